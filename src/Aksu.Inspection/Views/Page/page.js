'use strict';
(() => {
  const texts = JSON.parse(document.getElementById('texts').textContent);
  const { trace, phrases } = JSON.parse(document.getElementById('data').textContent);
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const state = { language: document.documentElement.lang === 'ko' ? 1 : 0, theme: 'auto', connection: 0, open: new Set() };
  const signs = { good: '✓', bad: '✗', note: '·' };

  const say = (name, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, () => value), texts[name][state.language]);
  const phrase = number => phrases[number][state.language];

  /* Every text goes onto the page through here, as text: what a peer wrote is never read as markup. */
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined || value === null || value === false) continue;
      if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value === true ? '' : value);
    }
    element.append(...children.flat(Infinity).filter(child => child !== undefined && child !== null && child !== false));
    return element;
  }

  function lock() {
    const space = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(space, 'svg');
    const path = document.createElementNS(space, 'path');
    svg.setAttribute('viewBox', '0 0 14 17');
    svg.setAttribute('class', 'lock');
    svg.setAttribute('aria-hidden', 'true');
    path.setAttribute('d', 'M1.5 7.5h11v8h-11zM4 7.5V5a3 3 0 0 1 6 0v2.5');
    svg.append(path);
    return svg;
  }

  const pairs = hex => hex.match(/../g) || [];
  const spaced = hex => pairs(hex).join(' ');
  const find = (field, name) => field.name === name ? field : (field.fields || []).reduce((found, child) => found || find(child, name), null);
  const nameOf = field => field.title === undefined ? field.name : phrase(field.title);
  const valueOf = field => field.text === undefined ? field.value : phrase(field.text);
  const keyOf = certificate => certificate.keyText === undefined ? certificate.key : phrase(certificate.keyText);
  const unbroken = text => text.replaceAll(' ', '\u00a0');
  const sizeOf = count => count === 1 ? say('oneByte') : say('bytes', count);
  const contentOf = field => find(field, 'content') || field;
  const bytesOf = (step, field) => step.bytes.slice(2 * field.offset, 2 * (field.offset + field.length));
  const stepNamed = (connection, name, sender) => connection.steps.find(step => step.name === name && (!sender || step.sender === sender));

  /* ---- the bytes of a message, and the fields in them ---- */

  const maxBytes = 4096;

  function byteView(bytes, content) {
    const values = pairs(bytes);
    const shown = values.slice(0, maxBytes);
    const owners = new Array(shown.length).fill(null);
    const fields = content.fields && content.fields.length ? content.fields : [content];
    const cells = [];
    const buttons = new Map();
    const explanation = make('div', { class: 'explain', 'aria-live': 'polite' }, make('p', { class: 'hint' }, say('fieldHint')));
    let marked = [];
    let current = null;

    /* The pieces of a long list get colours of their own; those of anything else share one. */
    const colours = new Map();
    const parents = new Map();
    let nextColour = 0;
    function claim(field, colour, parent) {
      colours.set(field, colour);
      parents.set(field, parent);
      for (let at = field.offset; at < Math.min(field.offset + field.length, shown.length); at++) owners[at] = { field, colour };
      const isList = field.name === 'extensions' || field.name === 'certificate_list' || field.name === 'tbsCertificate';
      (field.fields || []).forEach(child => claim(child, isList && child.name !== 'length' ? nextColour++ % 8 : colour, field));
    }

    /* A piece without words of its own has those of what it is a piece of. */
    function nearest(field, has) {
      while (field && !has(field)) field = parents.get(field);
      return field;
    }

    function show(field) {
      marked.forEach(cell => cell.classList.remove('on'));
      if (current) current.classList.remove('on');
      marked = cells.slice(field.offset, field.offset + field.length);
      marked.forEach(cell => cell.classList.add('on'));
      current = buttons.get(field) || null;
      if (current) current.classList.add('on');
      const explained = nearest(field, other => other.meaning !== undefined);
      const cited = nearest(field, other => other.section) || (content.section ? content : null);
      const place = field.length > 1 ? say('atMany', field.offset, field.offset + field.length - 1) : say('at', field.offset, field.length);
      explanation.replaceChildren(
        make('p', {}, make('span', { class: 'name' }, nameOf(field)), ' ', make('span', { class: 'section' }, place)),
        make('p', { class: 'mono' }, valueOf(field)),
        explained ? make('p', {}, explained === field ? null : make('span', { class: 'mono' }, `${nameOf(explained)}: `), phrase(explained.meaning)) : '',
        cited ? make('p', { class: 'section' }, `${say('definedIn')} ${cited.section}`) : '');
    }

    function tree(list) {
      return list.map(field => {
        const button = make('button', {
          type: 'button', class: `field${field.fault ? ' fault' : ''}`,
          onfocus: () => show(field), onmouseenter: () => show(field), onclick: () => show(field),
        }, make('span', { class: `swatch c${colours.get(field)}`, 'aria-hidden': 'true' }), make('span', { class: 'name' }, nameOf(field)), make('span', { class: 'value' }, valueOf(field)));
        buttons.set(field, button);
        const children = (field.fields || []).filter(child => child.name !== 'length' && child.name !== 'content');
        return make('li', {}, button, children.length ? make('ul', {}, tree(children)) : null);
      });
    }

    fields.forEach(field => claim(field, nextColour++ % 8));
    const list = make('ul', { class: 'fields', 'aria-label': say('fields') }, tree(fields));
    list.addEventListener('keydown', event => {
      const all = [...list.querySelectorAll('.field')];
      const at = all.indexOf(document.activeElement);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
      if (to === undefined || at < 0) return;
      event.preventDefault();
      all[Math.max(0, Math.min(all.length - 1, to))].focus();
    });

    const perRow = window.matchMedia('(max-width: 560px)').matches ? 8 : 16;
    const dump = make('div', { class: `bytes${perRow === 16 ? ' wide' : ''}`, role: 'img', tabindex: '0', 'aria-label': `${say('byteView')}: ${sizeOf(values.length)}` });
    for (let start = 0; start < shown.length; start += perRow) {
      const hex = make('span', { class: 'hex' });
      let text = '';
      for (let at = start; at < Math.min(start + perRow, shown.length); at++) {
        const code = parseInt(shown[at], 16);
        text += code > 31 && code < 127 ? String.fromCharCode(code) : '·';
        cells[at] = make('span', { class: `byte${owners[at] ? ` c${owners[at].colour}` : ''}`, 'data-at': at }, shown[at]);
        hex.append(cells[at]);
      }
      dump.append(make('div', { class: 'row' }, make('span', { class: 'offset' }, start.toString(16).padStart(4, '0')), hex, make('span', { class: 'text' }, text)));
    }
    if (values.length > shown.length) dump.append(make('p', { class: 'hint' }, say('moreBytes', values.length - shown.length)));
    dump.addEventListener('mouseover', event => {
      const owner = owners[event.target.dataset.at];
      if (owner) show(owner.field);
    });
    return make('div', { class: 'split' }, dump, explanation, list);
  }

  /* ---- what was checked ---- */

  function checkList(items) {
    return items.length ? make('ul', { class: 'findings' }, items.map(([outcome, ...words]) => make('li', { class: outcome },
      make('span', { class: 'sign', role: 'img', 'aria-label': say(outcome) }, signs[outcome]), make('span', {}, words)))) : null;
  }

  const findings = list => checkList(list.map(finding => [finding.outcome, phrase(finding.text), ' ', make('span', { class: 'section cite' }, finding.section)]));
  const checks = list => checkList(list.map(check => [check.outcome, phrase(check.check), ' ', make('span', { class: 'section' }, phrase(check.detail))]));

  function hexBox(label, hex, limit = 4096) {
    return make('div', { class: 'hexline', tabindex: '0', role: 'group', 'aria-label': label }, spaced(hex.slice(0, 2 * limit)), hex.length > 2 * limit ? ' …' : null);
  }

  const valueBox = (title, hex, side) => make('div', { class: side }, make('h4', {}, title), hexBox(title, hex));

  function recordView(connection, step) {
    const records = step.records.map(index => connection.records[index]).filter(Boolean);
    return records.length ? make('details', {}, make('summary', {}, `${say('records')} (${records.length})`), records.map(record => [
      make('p', { class: 'hint' }, `${record.type}${record.innerType ? ` → ${record.innerType}` : ''}, ${record.version}, ${sizeOf(record.length)}`,
        record.key ? `, ${say('sealed')} ${record.key}, ${say('recordNumber')} ${record.sequence}` : null),
      hexBox(say('record'), record.bytes, 1024)])) : null;
  }

  /* ---- the sequence diagram ---- */

  function messageRow(connection, step) {
    const isClosed = Boolean(step.protectedBy) || step.kind === 'encrypted';
    const isTrouble = step.findings.some(finding => finding.outcome === 'bad') || step.kind === 'unknown';
    const detail = make('div', { class: 'detail', id: `detail-${step.number}`, hidden: true });
    const button = make('button', { type: 'button', class: 'message', id: `step-${step.number}`, 'aria-expanded': 'false', 'aria-controls': detail.id },
      make('span', { class: 'label' }, make('span', { class: 'number' }, step.number), make('span', { class: 'name' }, phrase(step.title)), isClosed ? lock() : null,
        make('span', { class: 'size' }, [say(step.sender), sizeOf(step.length), `${step.milliseconds.toFixed(1)} ms`].map(unbroken).join(' · ') + ` · ${say(isClosed ? 'encrypted' : 'readable')}`)),
      make('span', { class: 'arrow', 'aria-hidden': 'true' }));
    button.toggle = isOpen => {
      button.setAttribute('aria-expanded', String(isOpen));
      detail.hidden = !isOpen;
      if (isOpen) state.open.add(step.number); else state.open.delete(step.number);
      if (isOpen && !detail.hasChildNodes()) detail.append(...detailOf(connection, step));
    };
    button.addEventListener('click', () => button.toggle(detail.hidden));
    if (state.open.has(step.number)) button.toggle(true);
    return make('li', { class: `step from-${step.sender}${isClosed ? ' closed' : ''}${isTrouble ? ' trouble' : ''}` }, button, detail);
  }

  function detailOf(connection, step) {
    return [
      make('p', {}, phrase(step.meaning)),
      findings(step.findings),
      byteView(step.bytes, step.content),
      step.derived.length ? make('p', { class: 'derived' }, `${say('derived')}: `, make('span', { class: 'mono' }, step.derived.join(', '))) : null,
      recordView(connection, step),
    ].filter(Boolean);
  }

  function betweenRows(connection, step) {
    const rows = [];
    const verdict = step.sender === 'server' ? connection.serverVerdict : connection.clientVerdict;
    const proof = stepNamed(connection, 'CertificateVerify', step.sender) || stepNamed(connection, 'Certificate', step.sender);
    if (verdict && proof === step) {
      const outcome = verdict.accepted ? 'good' : 'bad';
      const judge = say(step.sender === 'server' ? 'client' : 'server');
      rows.push(make('li', { class: 'between' }, make('a', { href: '#certificates' }, `${say('verifies', judge)} `,
        make('span', { class: outcome }, `${signs[outcome]} ${say(verdict.accepted ? 'accepted' : 'refused')}`))));
    }
    const secrets = step.derived.filter(name => !/write_/.test(name));
    if (secrets.length) rows.push(make('li', { class: 'between' }, make('a', { href: '#keys' }, `${say('derived')}: ${secrets[0]}${secrets.length > 1 ? ' …' : ''}`)));
    return rows;
  }

  function sequence(connection) {
    return make('section', { class: 'card', 'aria-labelledby': 'steps' },
      make('h2', { id: 'steps' }, say('steps')), make('p', { class: 'hint' }, say('stepsHint')),
      make('div', { class: 'ends' },
        make('div', { class: 'client' }, say('client'), make('small', {}, connection.client)),
        make('div', { class: 'server' }, say('server'), make('small', {}, connection.server))),
      make('ol', { class: 'sequence' }, connection.steps.map(step => [messageRow(connection, step), betweenRows(connection, step)])));
  }

  /* ---- the key schedule ---- */

  function keyNode(connection, key) {
    const children = connection.keys.filter(other => other.sources[0] === key.name);
    const side = key.name.startsWith('client') ? ' client' : key.name.startsWith('server') ? ' server' : '';
    const row = (name, value, kind) => [make('dt', {}, name), make('dd', { class: kind }, value)];
    return make('li', {}, make('details', { class: `key${side}` }, make('summary', {}, key.name),
      make('p', {}, phrase(key.meaning)),
      make('dl', { class: 'facts' },
        row(key.function, key.section, 'section'),
        key.sources.slice(1).map(source => row(say('from'), source, 'mono')),
        key.inputs.map(input => row(input.name, input.value, 'mono')),
        key.value ? row(say('secretValue'), spaced(key.value), 'mono secret') : null,
        row(say('afterStep'), make('a', { href: `#step-${key.step}` }, key.step)))),
      children.length ? make('ul', {}, children.map(child => keyNode(connection, child))) : null);
  }

  function keySchedule(connection) {
    if (!connection.keys.length) return null;
    const names = new Set(connection.keys.map(key => key.name));
    const roots = connection.keys.filter(key => !key.sources.length || !names.has(key.sources[0]));
    const isShown = connection.keys.some(key => key.value);
    return make('section', { class: 'card', id: 'keys', 'aria-labelledby': 'keys-title' },
      make('h2', { id: 'keys-title' }, say('keys')), make('p', { class: 'hint' }, say('keysHint')),
      make('p', { class: isShown ? 'secret' : 'hint' }, say(isShown ? 'secretShown' : 'secretHidden')),
      make('ul', { class: 'keys' }, roots.map(key => keyNode(connection, key))));
  }

  /* ---- certificates ---- */

  function certificateCard(certificate, verdictChecks) {
    const row = (name, value, kind) => value ? [make('dt', {}, say(name)), make('dd', { class: kind }, value)] : null;
    return make('li', {}, make('div', { class: 'certificate' }, make('h3', {}, certificate.subject || '—'),
      make('dl', { class: 'facts' }, row('issuer', certificate.issuer), row('names', certificate.names.join(', ')),
        row('valid', `${certificate.notBefore.slice(0, 10)} – ${certificate.notAfter.slice(0, 10)}`), row('key', keyOf(certificate)),
        row('signedWith', certificate.signatureAlgorithm), row('fingerprint', certificate.sha256, 'mono')),
      checks(verdictChecks)));
  }

  function chain(title, certificates, verdict) {
    if (!certificates.length && !verdict) return null;
    const groups = [];
    for (const check of verdict ? verdict.checks : []) {
      const last = groups[groups.length - 1];
      if (last && last.name === check.certificate) last.checks.push(check);
      else groups.push({ name: check.certificate, checks: [check] });
    }
    return make('div', {}, make('h3', {}, say(title)),
      verdict
        ? make('p', { class: `verdict ${verdict.accepted ? 'good' : 'bad'}` }, `${signs[verdict.accepted ? 'good' : 'bad']} ${say(verdict.accepted ? 'accepted' : 'refused')} `, make('span', { class: 'hint' }, phrase(verdict.reason)))
        : make('p', { class: 'hint' }, say('noVerdict')),
      make('ol', { class: 'chain' },
        certificates.map((certificate, i) => certificateCard(certificate, groups[i] ? groups[i].checks : [])),
        groups.slice(certificates.length).map(group => make('li', {}, make('div', { class: 'certificate' }, make('h3', {}, group.name), checks(group.checks))))));
  }

  function certificates(connection) {
    const chains = [chain('serverChain', connection.serverCertificates, connection.serverVerdict), chain('clientChain', connection.clientCertificates, connection.clientVerdict)].filter(Boolean);
    return make('section', { class: 'card', id: 'certificates', 'aria-labelledby': 'certificates-title' },
      make('h2', { id: 'certificates-title' }, say('certificates')), chains.length ? chains : make('p', { class: 'hint' }, say('noCertificates')));
  }

  /* ---- encryption, told with the values of this connection ---- */

  /** The public value of a side: a step and a field in it; null when it cannot be seen. */
  function publicValue(connection, side) {
    const inExchange = side === 'client' ? ['ClientKeyExchange', ['ecdh_Yc', 'dh_Yc']] : ['ServerKeyExchange', ['public', 'dh_Ys']];
    const exchange = stepNamed(connection, inExchange[0]);
    for (const name of exchange ? inExchange[1] : []) {
      const field = find(exchange.content, name);
      if (field) return [exchange, contentOf(field)];
    }
    const hellos = connection.steps.filter(step => step.name === (side === 'client' ? 'ClientHello' : 'ServerHello'));
    const hello = hellos[hellos.length - 1];
    const share = hello && find(hello.content, 'key_share');
    const entries = share ? (share.fields || []).flatMap(part => [part, ...(part.fields || [])]).filter(part => find(part, 'key_exchange') && part.name === 'KeyShareEntry') : [];
    const entry = entries.find(part => find(part, 'group').value.startsWith(connection.agreed.group)) || (side === 'server' ? share : null);
    const field = entry && find(entry, 'key_exchange');
    return field ? [hello, contentOf(field)] : null;
  }

  function exchangeStory(connection) {
    const transport = connection.steps.map(step => [step, find(step.content, 'EncryptedPreMasterSecret')]).find(([, field]) => field);
    if (transport) return [make('p', {}, say('rsaStory')), valueBox(say('encryptedSecret'), bytesOf(transport[0], contentOf(transport[1])))];
    const values = ['client', 'server'].map(side => publicValue(connection, side));
    if (!values[0] || !values[1]) return make('p', { class: 'hint' }, say('noExchange'));
    return [make('p', {}, say('exchangeStory')),
      make('div', { class: 'exchange' },
        valueBox(`${say('clientPublic')} (${connection.agreed.group})`, bytesOf(...values[0]), 'client'),
        valueBox(`${say('serverPublic')} (${connection.agreed.group})`, bytesOf(...values[1]), 'server')),
      make('p', { class: 'equals' }, say('sharedSecret'))];
  }

  function signatureStory(connection) {
    const step = stepNamed(connection, 'CertificateVerify', 'server') || stepNamed(connection, 'ServerKeyExchange');
    const signature = step && find(step.content, 'signature');
    if (!signature) return null;
    const leaf = connection.serverCertificates[0];
    return [make('p', {}, say('signatureStory')),
      leaf ? valueBox(`${say('serverKey')} (${keyOf(leaf)})`, leaf.publicKey) : null,
      valueBox(`${say('signatureValue')} (${connection.agreed.signatureScheme || ''})`, bytesOf(step, contentOf(signature))),
      findings(step.findings.filter(finding => /§4\.5\.2|§7\.4\.3/.test(finding.section)))];
  }

  function symmetricStory(connection) {
    const step = connection.steps.find(other => other.kind === 'applicationData' && other.protectedBy) || connection.steps.find(other => other.protectedBy);
    const record = step && connection.records[step.records[step.records.length - 1]];
    if (!record) return make('p', { class: 'hint' }, say('noData'));
    const key = connection.keys.find(other => other.value && /write_key$/.test(other.name) && (other.sources[0] === record.key || other.name === record.key));
    const row = (name, value, kind) => [make('dt', {}, say(name)), make('dd', { class: kind || 'mono' }, value)];
    return [make('p', {}, say('symmetricStory')),
      make('h4', {}, say('plaintext')), make('p', { class: 'mono' }, step.kind === 'applicationData' ? valueOf(step.content) : phrase(step.title)),
      make('p', { class: 'flow', 'aria-hidden': 'true' }, '↓'),
      make('dl', { class: 'facts' },
        row('suite', connection.agreed.cipherSuite), row('sealed', record.key),
        key ? row('secretValue', spaced(key.value), 'mono secret') : null,
        row('recordNumber', record.sequence),
        record.nonce ? row('nonce', spaced(record.nonce), 'mono secret') : null,
        row('header', spaced(record.bytes.slice(0, 10)))),
      make('p', { class: 'flow', 'aria-hidden': 'true' }, '↓'),
      valueBox(say('ciphertext'), record.bytes.slice(10))];
  }

  function encryption(connection) {
    return make('section', { class: 'card', id: 'encryption', 'aria-labelledby': 'encryption-title' },
      make('h2', { id: 'encryption-title' }, say('crypto')),
      make('div', { class: 'kind' }, make('h3', {}, say('asymmetric')), exchangeStory(connection), signatureStory(connection)),
      make('div', { class: 'kind' }, make('h3', {}, say('symmetric')), symmetricStory(connection)));
  }

  /* ---- the whole page ---- */

  function choice(label, options, chosen, choose) {
    return make('div', { class: 'switch', role: 'group', 'aria-label': label }, options.map(([value, name, language]) =>
      make('button', { type: 'button', lang: language, 'aria-pressed': String(value === chosen), 'data-choice': value, onclick: () => choose(value) }, name)));
  }

  function applyTheme() {
    document.documentElement.dataset.theme = state.theme === 'auto' ? (system.matches ? 'dark' : 'light') : state.theme;
  }

  function setAll(isOpen) {
    document.querySelectorAll('.message').forEach(button => button.toggle(isOpen));
  }

  function tools(connection) {
    const button = (id, act) => make('button', { type: 'button', class: 'tool', id, onclick: act }, say(id));
    return make('div', { class: 'tools' },
      choice(say('language'), [[0, 'English', 'en'], [1, '한국어', 'ko']], state.language, language => { state.language = language; draw(language); }),
      choice(say('theme'), [['auto', say('auto')], ['light', say('light')], ['dark', say('dark')]], state.theme, theme => { state.theme = theme; applyTheme(); draw(theme); }),
      connection ? [button('openAll', () => setAll(true)), button('closeAll', () => setAll(false))] : null,
      button('print', () => window.print()));
  }

  function summary(connection) {
    const agreed = connection.agreed;
    const fact = (name, value) => value ? make('li', {}, make('span', {}, say(name)), make('b', {}, value)) : null;
    return [
      make('ul', { class: 'summary' }, fact('version', agreed.version), fact('suite', agreed.cipherSuite), fact('group', agreed.group),
        fact('signature', agreed.signatureScheme), fact('serverName', agreed.serverName), fact('protocol', agreed.applicationProtocol),
        agreed.complete ? fact('session', say(agreed.resumed ? 'resumed' : 'new')) : null,
        make('li', { class: agreed.complete ? 'good' : 'bad' }, make('span', {}, 'TLS'), make('b', {}, say(agreed.complete ? 'complete' : 'incomplete')))),
      connection.failure !== null ? make('p', { class: 'notice bad', role: 'alert' }, make('b', {}, `${say('failure')}: `), phrase(connection.failure)) : null,
      connection.notes.map(note => make('p', { class: 'notice' }, phrase(note)))];
  }

  function top(connection) {
    const title = say(connection ? 'title' : 'certificateTitle');
    document.title = `${title} · aksu`;
    return make('div', {},
      make('div', { class: 'bar' }, make('div', {}, make('h1', {}, title), make('p', { class: 'source' }, trace.source)), tools(connection)),
      trace.connections.length > 1 ? make('p', {}, make('label', {}, `${say('connection')} `, make('select', {
        id: 'connection', onchange: event => { state.connection = Number(event.target.value); state.open.clear(); draw(); },
      }, trace.connections.map((other, i) => make('option', { value: i, selected: i === state.connection }, `${i + 1}: ${other.client} → ${other.server}`))))) : null,
      connection ? summary(connection) : null);
  }

  function body(connection) {
    return connection
      ? [make('div', { class: 'columns' },
        make('div', { class: 'column' }, sequence(connection), encryption(connection)),
        make('div', { class: 'column' }, certificates(connection), keySchedule(connection)))]
      : trace.documents.map((item, i) => make('section', { class: 'card' }, make('h2', {}, `${item.name} ${i + 1}`), byteView(item.bytes, item.content)));
  }

  /** Draws everything in the chosen language; what was open stays open, and the button that was pressed keeps the focus. */
  function draw(pressed) {
    const place = window.scrollY;
    document.documentElement.lang = state.language ? 'ko' : 'en';
    const connection = trace.connections[state.connection];
    document.getElementById('skip').textContent = say('skip');
    document.getElementById('top').replaceChildren(top(connection));
    document.getElementById('main').replaceChildren(...body(connection));
    document.getElementById('foot').textContent = say('made');
    if (pressed === undefined) return;
    document.querySelector(`[data-choice="${pressed}"]`).focus();
    window.scrollTo(0, place);
  }

  system.addEventListener('change', applyTheme);
  window.addEventListener('beforeprint', () => { if (!state.open.size) setAll(true); });
  applyTheme();
  draw();
})();
