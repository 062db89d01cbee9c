import { FakeNetwork } from '../helpers/fake-transport.js';
import { transportContract } from './contract.js';

const network = new FakeNetwork();
transportContract('fake', async () => ({ factory: network.factory, server: '' }));
