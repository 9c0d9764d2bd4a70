/** Fictional people for rosters: their ID numbers are of the area 999999, which does not exist. */

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export function idNumber(birthDate: string, sequence: number): string {
  const body = `999999${birthDate}${String(sequence).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((all, weight, place) => all + weight * Number(body[place]), 0);
  return body + '10X98765432'[sum % 11];
}

/** The same with a wrong check character. */
export function mistyped(number: string): string {
  return number.slice(0, 17) + (number.endsWith('1') ? '2' : '1');
}

export const HEADINGS = [
  '学生姓名',
  '身份证号',
  '学生类型',
  '民族',
  '手机号码',
  '专业',
  '班级',
  '学号',
  '学历层次',
  '入学年份',
  '已签个人信息授权书',
];

export function csv(rows: string[][], headings = HEADINGS): Buffer {
  return Buffer.from([headings, ...rows].map((row) => row.join(',')).join('\r\n'), 'utf8');
}

/** People of a run, other ones each time: the demonstration keeps those of earlier runs. */
export function peopleOf(run: number): { className: string; good: string[][]; bad: string[][] } {
  const day = new Date(Date.UTC(2000, 0, 1) + (run % 2_200) * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  const first = Math.floor(run / 2_200) % 80;
  const id = (place: number): string => idNumber(day, first * 10 + place);
  const className = `电商${String(run).slice(-6)}班`;
  const phone = (place: number): string => `1200000${String(first * 10 + place).padStart(4, '0')}`;
  const student = (name: string, number: string, place: number): string[] => {
    const studentNumber = `${String(run).slice(-6)}${place}`;
    return [name, number, '院校考生', '汉族', phone(place), '电子商务', className, studentNumber, '高职专科', '2022', '是'];
  };
  const change = (row: string[], field: number, value: string): string[] => row.map((word, index) => (index === field ? value : word));
  return {
    className,
    good: [
      student('示范甲', id(1), 1),
      change(student('示范㛃', id(2).replace('X', 'x'), 2), 4, ''),
      ['示范丙', id(3), '社会考生', '汉', phone(3), '', className, '', '', '', '是'],
    ],
    bad: [
      student('示范丁', mistyped(id(4)), 4),
      student('示范戊', '9.99999E+17', 5),
      change(student('示范6', id(6), 6), 4, '1234'),
      change(change(student('示范庚', id(7), 7), 2, '在校生'), 9, '1999'),
      student('示范辛', id(1), 8),
    ],
  };
}

/** A .zip that stores what it is given; names are UTF-8. */
export function zip(files: { name: string; content: Buffer }[]): Buffer {
  const parts: Buffer[] = [];
  const entries: Buffer[] = [];
  let place = 0;
  for (const { name, content } of files) {
    const label = Buffer.from(name, 'utf8');
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0800, 2);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(content.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(label.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), facts, label, content);
    const entry = Buffer.alloc(42);
    entry.writeUInt16LE(20, 0);
    facts.copy(entry, 2);
    entry.writeUInt32LE(place, 38);
    entries.push(Buffer.from('PK\x01\x02', 'latin1'), entry, label);
    place += 30 + label.length + content.length;
  }
  const end = Buffer.alloc(18);
  const size = entries.reduce((sum, entry) => sum + entry.length, 0);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(place, 12);
  return Buffer.concat([...parts, ...entries, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

function crc32(content: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of content) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
  }
  return (sum ^ 0xffffffff) >>> 0;
}
