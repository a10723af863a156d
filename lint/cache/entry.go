package cache

import (
	"encoding/binary"
	"hash/crc32"
	"strings"
)

type entry struct {
	value string
	used  bool // asked for, or new
}

func (l *Log) appendEntry(b []byte, key, value string) []byte {
	head := len(b)
	b = append(append(append(b, make([]byte, headSize)...), key...), value...)
	copy(b[head:], mark)
	for i, n := range []uint32{uint32(len(key)), uint32(len(value)), l.checksum(b[head+headSize:])} {
		binary.LittleEndian.PutUint32(b[head+4+4*i:], n)
	}
	return b
}

// checksum is that of key and value, begun with the name of the log: the file of
// another log has no entries for this one.
func (l *Log) checksum(b []byte) uint32 { return crc32.Update(l.seed, castagnoli, b) }

// read takes up the entries of a log, leaving out what is damaged.
func (l *Log) read(all string) {
	l.size = len(all)
	var b []byte
	for at := 0; ; {
		next := strings.Index(all[at:], mark)
		if next < 0 || len(all)-at-next < headSize {
			return
		}
		at += next
		head := []byte(all[at : at+headSize])
		number := func(i int) int { return int(binary.LittleEndian.Uint32(head[i:])) }
		start, key, value := at+headSize, number(4), number(8)
		if rest := len(all) - start; key > rest || value > rest-key {
			at += len(mark)
			continue
		}
		end := start + key + value
		if b = append(b[:0], all[start:end]...); uint32(number(12)) != l.checksum(b) {
			at += len(mark)
			continue
		}
		l.entries[all[start:start+key]] = &entry{value: all[start+key : end]}
		at = end
	}
}
