package docx

import (
	"fmt"
	"strings"

	"ntm/internal/document"
	"ntm/internal/vi"
)

// tracked counts what a paper's tracked changes added and took away: the paper is read as
// if all were accepted, and nobody has accepted them.
type tracked struct {
	added, removed int
	cells          []string // where in tables
}

func isInsertion(name string) bool { return name == "w:ins" || name == "w:moveTo" }

func isDeletion(name string) bool { return name == "w:del" || name == "w:moveFrom" }

// inserted reads what a tracked insertion goes around.
func (b *body) inserted(read func()) {
	b.inserting++
	read()
	b.inserting--
}

// deleted takes the text of the open deletion: it is no text of the paragraph.
func (b *body) deleted(p *paragraph) {
	for e := range b.xml.children() {
		switch e.name {
		case "w:t", "w:delText":
			p.removed.WriteString(b.xml.text())
		case "w:r", "w:ins", "w:hyperlink", "w:smartTag", "w:sdt", "w:sdtContent":
			b.deleted(p)
		}
	}
}

// longestChange is how many letters of a change are quoted.
const longestChange = 60

// changes says what tracked changes made of a paragraph.
func (b *body) changes(p *paragraph) []string {
	var out []string
	for _, change := range []struct {
		text  string
		count *int
		says  string
	}{{p.added.String(), &b.tracked.added, "thêm"}, {p.removed.String(), &b.tracked.removed, "xóa"}} {
		if text := vi.NFC(strings.ReplaceAll(document.Clean(change.text), "\n", " ")); text != "" {
			*change.count++
			out = append(out, fmt.Sprintf("%s %q", change.says, vi.Short(text, longestChange)))
		}
	}
	return out
}

// in notes a cell with tracked changes.
func (t *tracked) in(table int, c *document.Cell) {
	if len(c.Changed) > 0 {
		t.cells = append(t.cells, fmt.Sprintf("bảng %d dòng %d cột %d", table, c.Row, c.Column))
	}
}

// mostChanged is how many cells with tracked changes are named.
const mostChanged = 10

// say is what the reader of the paper is told of its tracked changes, "" for none.
func (t *tracked) say() string {
	if t.added+t.removed == 0 {
		return ""
	}
	out := fmt.Sprintf("tệp còn thay đổi được theo dõi mà chưa ai chấp nhận (%d chỗ thêm, %d chỗ xóa): đọc như đã "+
		"chấp nhận hết; nên mở bằng Word, chấp nhận hoặc bỏ từng chỗ rồi đọc lại", t.added, t.removed)
	if len(t.cells) == 0 {
		return out + "; không có chỗ nào trong bảng"
	}
	named := t.cells[:min(len(t.cells), mostChanged)]
	out += "; trong bảng: " + strings.Join(named, ", ")
	if more := len(t.cells) - len(named); more > 0 {
		out += fmt.Sprintf(" và %d ô nữa", more)
	}
	return out
}
