import { expect } from '@open-wc/testing';
import { CallError, transportError } from '../../src/call/call-error.js';
import { TransportFailure } from '../../src/transport/transport.js';

describe('CallError', () => {
  it('is an Error with a code, not fatal by itself', () => {
    const error = new CallError('room-full');
    expect(error).to.be.instanceOf(Error);
    expect(error).to.include({ name: 'CallError', message: 'room-full', code: 'room-full', fatal: false });
    expect('cause' in error).to.equal(false);
  });

  it('keeps the cause', () => {
    const cause = new DOMException('no', 'NotAllowedError');
    expect(new CallError('camera-denied', { cause }).cause).to.equal(cause);
  });

  it('passes through as it is', () => {
    const error = new CallError('room-invalid');
    expect(transportError(error, true)).to.equal(error);
  });

  it('is fatal when the caller says so', () => {
    expect(transportError(new TransportFailure('room-full'), true).fatal).to.equal(true);
    expect(transportError(new TransportFailure('server-full'), false).fatal).to.equal(false);
  });

  it('wraps what is no error at all', () => {
    expect(transportError('oops', true)).to.include({ code: 'internal', cause: 'oops' });
  });
});
