/**
 * A desktop of its own for a browser with a window: an X server without a screen (Xvfb), and keys and clicks as a keyboard and a mouse
 * give them (the server's XTEST extension). What a browser shows outside of pages (menus, prompts) takes no other: no protocol for
 * testing reaches it. The few requests needed are spoken here, after "X Window System Protocol" (X11R7) and "X Synchronization
 * Test Extension", little-endian.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { deflateSync } from 'node:zlib';
import { findProgram } from '../../scripts/browsers';

/** Keys by name, as X11's keysymdef.h numbers them; letters and digits are their own character codes. */
const keysyms = {
  Enter: 0xff0d,
  Escape: 0xff1b,
  Tab: 0xff09,
  Space: 0x20,
  Up: 0xff52,
  Down: 0xff54,
  Left: 0xff51,
  Right: 0xff53,
  Home: 0xff50,
  End: 0xff57,
  Alt: 0xffe9,
  Shift: 0xffe1,
  Control: 0xffe3,
} as const;

export type Key = keyof typeof keysyms | (string & {});

/** In pixels, from the upper left corner. */
export interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Desktop {
  /** For the browser's environment: ":7". */
  display: string;
  /** Presses the keys one after the other, holding the former while the latter come, and lets go of all: `press('Alt', 'Shift', 'j')`. */
  press(...keys: Key[]): Promise<void>;
  /** Clicks at a point of the screen. @param button 1 the main one, 3 the one for menus */
  click(x: number, y: number, button?: 1 | 3): Promise<void>;
  /** Windows that are shown, menus and prompts among them; newest last. */
  windows(): Promise<number[]>;
  /** Where a window stands on the screen; null when it is not shown. */
  place(window: number): Promise<Part | null>;
  /** Something that is another when the window, or a part of it, looks different; null when it is not shown. */
  look(window: number, part?: Part): Promise<number | null>;
  /** How bright a part of the screen is, from 0 to 255: a browser that asks something darkens the page behind. */
  brightness(part: Part): Promise<number>;
  /** The box around all that is purely white in a part of the screen, as a question of the browser's is over a darkened page. */
  whiteIn(part: Part): Promise<Part | null>;
  /** Keeps a picture of the screen (PNG). */
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

/** Requests are answered in order, by a reply (its first byte 1) or an error (0); events, of which we ask for none, are skipped. */
class Connection {
  private buffer = Buffer.alloc(0);
  /** What has arrived since, joined once it is enough: pictures come in a hundred pieces. */
  private pieces: Buffer[] = [];
  private arrived = 0;
  private waiting: { bytes: (buffer: Buffer) => number | null; done: (reply: Buffer) => void }[] = [];

  constructor(private readonly socket: Socket) {
    socket.on('data', (data) => {
      this.pieces.push(data);
      this.arrived += data.length;
      if (this.buffer.length + this.arrived >= this.needed) this.drain();
    });
  }

  /** Bytes without which nothing can be answered. */
  private needed = 0;

  private drain() {
    this.buffer = Buffer.concat([this.buffer, ...this.pieces]);
    this.pieces = [];
    this.arrived = 0;
    for (;;) {
      const next = this.waiting[0];
      const size = next?.bytes(this.buffer) ?? null;
      this.needed = size ?? 0;
      if (!next || size === null || this.buffer.length < size) return;
      const reply = this.buffer.subarray(0, size);
      this.buffer = this.buffer.subarray(size);
      // 0 is an error, 1 a reply, more an event.
      if (reply[0] !== 0 && reply[0] !== 1) continue;
      this.waiting.shift();
      next.done(reply);
    }
  }

  send(request: Buffer) {
    this.socket.write(request);
  }

  /** @param size of the answer, once enough of it is there to tell */
  ask(
    request: Buffer,
    size = (buffer: Buffer) => (buffer.length < 32 ? null : buffer[0] === 1 ? 32 + buffer.readUInt32LE(4) * 4 : 32),
  ) {
    return new Promise<Buffer>((done) => {
      this.waiting.push({ bytes: size, done });
      this.send(request);
    });
  }
}

function request(opcode: number, data: number, body: Buffer = Buffer.alloc(0)): Buffer {
  const padded = Buffer.alloc(Math.ceil(body.length / 4) * 4);
  body.copy(padded);
  const head = Buffer.alloc(4);
  head.writeUInt8(opcode, 0);
  head.writeUInt8(data, 1);
  head.writeUInt16LE(1 + padded.length / 4, 2);
  return Buffer.concat([head, padded]);
}

const uint32 = (value: number) => {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
};

const screen = { width: 1400, height: 1050 };

/** @param pixels four bytes each: blue, green, red, nothing */
function png(pixels: Buffer, width: number, height: number): Buffer {
  const rows = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0, to = 0; y < height; y++) {
    to++;
    for (let x = 0, from = y * width * 4; x < width; x++, from += 4, to += 3)
      rows.set([pixels[from + 2] ?? 0, pixels[from + 1] ?? 0, pixels[from] ?? 0], to);
  }
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** PNG's check sum (ISO 3309); Node's own is of later versions than 20. */
function crc32(data: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

async function startServer(): Promise<{ server: ChildProcess; number: string }> {
  const server = spawn(
    findProgram('Xvfb', 'xvfb'),
    ['-displayfd', '3', '-screen', '0', `${screen.width}x${screen.height}x24`, '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const number = await new Promise<string>((resolve, reject) => {
    let said = '';
    server.stdio[3]?.on('data', (data) => {
      said += String(data);
      if (said.includes('\n')) resolve(said.trim());
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended (${code})`)));
  });
  return { server, number };
}

export async function openDesktop(): Promise<Desktop> {
  const { server, number } = await startServer();
  const socket = connect(`/tmp/.X11-unix/X${number}`);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('error', reject);
  });
  const connection = new Connection(socket);
  const hello = Buffer.alloc(12);
  hello.write('l', 0);
  hello.writeUInt16LE(11, 2);
  const setup = await connection.ask(hello, (buffer) => (buffer.length < 8 ? null : 8 + buffer.readUInt16LE(6) * 4));
  const [lowest, highest] = [setup.readUInt8(34), setup.readUInt8(35)];
  const vendor = Math.ceil(setup.readUInt16LE(24) / 4) * 4;
  const root = setup.readUInt32LE(40 + vendor + setup.readUInt8(29) * 8);

  const name = Buffer.from('XTEST');
  const extension = await connection.ask(request(98, 0, Buffer.concat([Buffer.from([name.length, 0, 0, 0]), name])));
  const xtest = extension.readUInt8(9);
  const count = highest - lowest + 1;
  const mapping = await connection.ask(request(101, 0, Buffer.from([lowest, count, 0, 0])));
  const width = mapping.readUInt8(1);
  const codes = new Map<number, number>();
  for (let at = count * width - 1; at >= 0; at--)
    codes.set(mapping.readUInt32LE(32 + at * 4), lowest + Math.floor(at / width));

  const fake = (type: number, detail: number, x = 0, y = 0) => {
    const body = Buffer.alloc(32);
    body.writeUInt8(type, 0);
    body.writeUInt8(detail, 1);
    body.writeInt16LE(x, 20);
    body.writeInt16LE(y, 22);
    connection.send(request(xtest, 2, body));
  };
  /** An answer to anything says that what was sent before has been done. */
  const settled = () => connection.ask(request(43, 0));

  /** @returns four bytes a pixel; null when there is nothing to see */
  const picture = async (window: number, { x, y, width, height }: Part) => {
    const body = Buffer.alloc(16);
    body.writeUInt32LE(window, 0);
    body.writeInt16LE(x, 4);
    body.writeInt16LE(y, 6);
    body.writeUInt16LE(width, 8);
    body.writeUInt16LE(height, 10);
    body.writeUInt32LE(0xffffffff, 12);
    const image = await connection.ask(request(73, 2, body));
    return image[0] === 1 ? image.subarray(32) : null;
  };

  const place = async (window: number): Promise<Part | null> => {
    const geometry = await connection.ask(request(14, 0, uint32(window)));
    if (geometry[0] !== 1) return null;
    const [x, y] = [geometry.readInt16LE(12), geometry.readInt16LE(14)];
    return { x, y, width: geometry.readUInt16LE(16), height: geometry.readUInt16LE(18) };
  };

  const codeOf = (key: Key): number => {
    const symbol = Object.hasOwn(keysyms, key) ? keysyms[key as keyof typeof keysyms] : key.codePointAt(0);
    const code = symbol && codes.get(symbol);
    if (!code) throw new Error(`The keyboard has no key "${key}"`);
    return code;
  };

  return {
    display: `:${number}`,
    async press(...keys) {
      for (const key of keys) fake(2, codeOf(key));
      for (const key of keys.toReversed()) fake(3, codeOf(key));
      await settled();
    },
    async click(x, y, button = 1) {
      fake(6, 0, x, y);
      fake(4, button);
      fake(5, button);
      await settled();
    },
    async windows() {
      const tree = await connection.ask(request(15, 0, uint32(root)));
      const shown: number[] = [];
      for (let at = 0; at < tree.readUInt16LE(16); at++) {
        const window = tree.readUInt32LE(32 + at * 4);
        const attributes = await connection.ask(request(3, 0, uint32(window)));
        // A window that has gone meanwhile is an error.
        if (attributes[0] === 1 && attributes.readUInt8(26) === 2) shown.push(window);
      }
      return shown;
    },
    place,
    async look(window, part) {
      const whole = await place(window);
      const image = whole && (await picture(window, part ?? { ...whole, x: 0, y: 0 }));
      return image && crc32(image);
    },
    async brightness(part) {
      const image = await picture(root, part);
      let sum = 0;
      // One colour of each pixel is enough.
      for (let at = 0; image && at < image.length; at += 4) sum += image[at] ?? 0;
      return image ? sum / (image.length / 4) : 0;
    },
    async whiteIn(part) {
      const image = await picture(root, part);
      let [left, top, right, bottom] = [part.width, part.height, -1, -1];
      for (let at = 0; image && at < image.length; at += 4) {
        if (image[at] !== 255 || image[at + 1] !== 255 || image[at + 2] !== 255) continue;
        const [x, y] = [(at / 4) % part.width, Math.floor(at / 4 / part.width)];
        left = Math.min(left, x);
        top = Math.min(top, y);
        right = Math.max(right, x);
        bottom = Math.max(bottom, y);
      }
      if (right < 0) return null;
      return { x: part.x + left, y: part.y + top, width: right - left + 1, height: bottom - top + 1 };
    },
    async screenshot(file) {
      const image = await picture(root, { x: 0, y: 0, ...screen });
      if (image) writeFileSync(file, png(image, screen.width, screen.height));
    },
    async close() {
      socket.destroy();
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await gone;
    },
  };
}
