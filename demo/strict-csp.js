/* Shows the page's policy, and lists what it refused. */

const policy = document.querySelector('meta[http-equiv]').content;
const log = document.querySelector('#log');
const room = new URLSearchParams(location.search).get('room');

if (room) document.querySelector('video-call').setAttribute('room', room);
document.querySelector('#policy').textContent = policy.replaceAll('; ', ';\n');
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
  const item = document.createElement('li');
  item.textContent = `${effectiveDirective} ${blockedURI} ${sample}`;
  log.append(item);
});
