package read

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"ntm/internal/pattern"
	"ntm/internal/problem"

	textunicode "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// csvText is the rows of a CSV as UTF-8.
type csvText struct {
	rows      []byte
	delimiter byte
}

var (
	utf8BOM    = []byte("\xEF\xBB\xBF")
	utf16BOMs  = [][]byte{[]byte("\xFF\xFE"), []byte("\xFE\xFF")}
	separator  = pattern.New(`^(?i:"?sep=([;,|\t])"?)(\r?\n|$)`)
	delimiters = []byte("\t;,") // of those that fit equally well, the first: commas also stand in numbers
)

func (b *Book) loadCSV(r io.Reader) error {
	data, err := io.ReadAll(r)
	if err != nil {
		return problem.Unopened(err)
	}
	for _, bom := range utf16BOMs { // Excel's "Unicode Text"
		if bytes.HasPrefix(data, bom) {
			decoder := textunicode.UTF16(textunicode.LittleEndian, textunicode.ExpectBOM).NewDecoder()
			if data, _, err = transform.Bytes(decoder, data); err != nil {
				return errEncoding
			}
			break
		}
	}
	data = bytes.TrimPrefix(data, utf8BOM)
	if !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 {
		return errEncoding
	}
	if bytes.IndexByte(data, '\n') < 0 {
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n")) // as old Macs end lines
	}
	b.text = csvText{rows: data}
	if m := separator.FindSubmatch(data); m != nil {
		b.text = csvText{rows: data[len(m[0]):], delimiter: m[1][0]} // a line that Excel does not show
	} else {
		b.text.delimiter = delimiterOf(data)
	}
	b.text.plain()
	b.Sheets = []*Sheet{{book: b}}
	return b.text.measure()
}

// delimiterOf finds what parts the columns: what stands equally often in the
// most of the first rows.
func delimiterOf(text []byte) byte {
	const enough = 50
	best, most := delimiters[0], 0
	for _, delimiter := range delimiters {
		rows, seen := map[int]int{}, 0 // by how often it stands in them
		for fields := range records(text, delimiter) {
			rows[fields-1]++
			if seen++; seen == enough {
				break
			}
		}
		delete(rows, 0)
		for _, n := range rows {
			if n > most {
				best, most = delimiter, n
			}
		}
	}
	return best
}

// records counts the fields of each row. It finds rows and fields where the
// reader of CSV does, as far as that one gets.
func records(text []byte, delimiter byte) iter.Seq[int] {
	return func(yield func(int) bool) {
		quoted, fields := false, 1
		for _, c := range text {
			switch {
			case c == '"':
				quoted = !quoted
			case quoted:
			case c == delimiter:
				fields++
			case c == '\n':
				if !yield(fields) {
					return
				}
				fields = 1
			}
		}
		yield(fields)
	}
}

// plain makes ="…" at the head of a field the quoted text that it means.
func (t *csvText) plain() {
	if !bytes.Contains(t.rows, []byte(`="`)) {
		return
	}
	for _, before := range []string{"\n", string(t.delimiter)} {
		t.rows = bytes.ReplaceAll(t.rows, []byte(before+`="`), []byte(before+`"`))
	}
	if rest, ok := bytes.CutPrefix(t.rows, []byte(`=`)); ok && rest[0] == '"' {
		t.rows = rest
	}
}

// asText is what a field of ="…" says, as people write a text that no program may make a
// number of.
func asText(field string) string {
	if inner, ok := strings.CutPrefix(field, `="`); ok && strings.HasSuffix(inner, `"`) {
		if inner = inner[:len(inner)-1]; !strings.Contains(strings.ReplaceAll(inner, `""`, ""), `"`) {
			return strings.ReplaceAll(inner, `""`, `"`)
		}
	}
	return field
}

// measure refuses rows so wide that to read one would fill the memory.
func (t csvText) measure() error {
	row := 0
	for fields := range records(t.rows, t.delimiter) {
		if row++; fields > lastColumn {
			wrong := errColumns
			wrong.Cell = Ref(lastColumn, row)
			return wrong
		}
	}
	return nil
}

// readCSV visits the rows, which are numbered as Excel shows them: a cell of two
// lines stands in one row.
func (s *Sheet) readCSV(visit func(Row) error) error {
	r := csv.NewReader(bytes.NewReader(s.book.text.rows))
	r.Comma, r.FieldsPerRecord, r.ReuseRecord = rune(s.book.text.delimiter), -1, true
	c := counter{ctx: s.book.ctx, visit: visit, most: s.book.most}
	row, within := Row{}, 0 // line ends within cells so far
	for {
		fields, err := r.Read()
		var wrong *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.As(err, &wrong):
			return problem.Problem{Cell: Ref(1, wrong.StartLine-within),
				Message: `dấu ngoặc kép (") trong dòng này không thành cặp`,
				Hint:    `mở tệp bằng Excel, sửa dòng này, rồi lưu lại kiểu "CSV UTF-8"`}
		case err != nil:
			return err
		}
		line, _ := r.FieldPos(0)
		row.Number, row.Cells, row.Fields = line-within, row.Cells[:0], len(fields)
		for i, field := range fields {
			within += strings.Count(field, "\n")
			if field = asText(field); field == "" {
				continue
			}
			if err := c.put(&row, i+1, Cell{Kind: Text, Text: field}); err != nil {
				return err
			}
		}
		if err := c.take(row); err != nil {
			return err
		}
	}
}
