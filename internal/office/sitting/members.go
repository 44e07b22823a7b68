package sitting

import (
	"context"
	"fmt"
	"strings"

	"ntm/internal/council"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/vi"
	xlsx "ntm/internal/xlsx/read"
)

// listed is the members who are named one by one and in the file.
func (o *Opening) listed(ctx context.Context) ([]council.Member, error) {
	var out []council.Member
	var wrong problem.List
	add := func(at problem.Problem, name, from, role string) {
		r, ok := council.ReadRole(role)
		if !ok {
			at.Message, at.Hint = fmt.Sprintf("đọc thấy vai trò %q", role),
				"ghi Chủ tịch, Phó Chủ tịch, Thư ký hoặc Ủy viên"
			wrong.Add(at)
		}
		for _, text := range []string{name, from} {
			if what := office.Unreadable(text, office.MostOfName); what != "" {
				at.Message, at.Hint = what, "gõ lại ngắn gọn"
				wrong.Add(at)
			}
		}
		out = append(out, council.Member{Name: name, Office: from, Role: r})
	}
	for _, text := range o.Members {
		parts := append(strings.Split(text, ";"), "", "")
		add(problem.Problem{}, vi.NFC(parts[0]), vi.NFC(parts[1]), vi.NFC(parts[2]))
	}
	if o.MembersFile != "" {
		if err := membersIn(ctx, o.MembersFile, add); err != nil {
			return nil, err
		}
	}
	return out, wrong.Err()
}

// mostOfMembers is how many cells a list of members may have.
const mostOfMembers = 10_000

// membersIn reads a table of members: the first sheet that has a column of names. What a
// cell says that is struck out, merged with others or no plain word is asked about.
func membersIn(ctx context.Context, file string, add func(at problem.Problem, name, from, role string)) error {
	book, err := xlsx.Open(ctx, file)
	if err != nil {
		return err
	}
	defer book.Close() //nolint:errcheck // opened for reading
	book.Most(mostOfMembers)
	for _, s := range book.Sheets {
		merged, err := s.Merged()
		if err != nil {
			return err
		}
		m := memberTable{file: file, sheet: s.Name, merged: merged}
		if err := s.Each(func(r xlsx.Row) error { m.row(r, add); return nil }); err != nil || m.columns != nil {
			if err == nil {
				err = m.wrong.Err()
			}
			return err
		}
	}
	return problem.List{{File: file, Message: "không thấy cột Họ và tên",
		Hint: "bảng cần dòng đầu có các cột: Họ và tên, Cơ quan, Vai trò"}}
}

// memberTable reads the rows of a sheet of members.
type memberTable struct {
	file, sheet string
	merged      *xlsx.Merged
	columns     map[string]int // nil before the heads
	fields      int            // of the heads of a CSV
	wrong       problem.List
}

func (m *memberTable) row(r xlsx.Row, add func(at problem.Problem, name, from, role string)) {
	if m.columns == nil {
		m.columns, m.fields = memberColumns(r), r.Fields
		return
	}
	if r.Fields > m.fields {
		at := m.at(r.Number, m.fields)
		at.Message = fmt.Sprintf("dòng này có %d ô, dòng tiêu đề có %d: không rõ nội dung nào thuộc cột nào", r.Fields,
			m.fields)
		at.Hint = "nội dung có dấu phẩy thì đặt trong ngoặc kép, hoặc dùng dấu chấm phẩy giữa các cột"
		m.wrong.Add(at)
		return
	}
	known := len(m.wrong)
	name, from, role := m.text(r, "name"), m.text(r, "office"), m.text(r, "role")
	if len(m.wrong) == known && (name != "" || from != "") {
		add(m.at(r.Number, m.columns["name"]), name, from, role)
	}
}

// at is a cell, its column counted from 0; of a CSV its line.
func (m *memberTable) at(row, column int) problem.Problem {
	if m.sheet == "" {
		return problem.Problem{File: m.file, Line: row}
	}
	return problem.Problem{File: m.file, Sheet: m.sheet, Cell: xlsx.Ref(column+1, row)}
}

// text is what stands below a head, "" where nothing is to be taken.
func (m *memberTable) text(r xlsx.Row, head string) string {
	i, ok := m.columns[head]
	if !ok {
		return ""
	}
	c := xlsx.Cell{}
	if i < len(r.Cells) {
		c = r.Cells[i]
	}
	words := vi.NFC(typed.FromLegacy(c.Font, c.Text))
	if why := m.unclear(c, words, i, r.Number); why != nil {
		p, at := problem.Of(why)[0], m.at(r.Number, i)
		at.Message, at.Hint = p.Message, p.Hint
		m.wrong.Add(at)
		return ""
	}
	return words
}

// unclear says why there is no telling what a cell says.
func (m *memberTable) unclear(c xlsx.Cell, words string, column, row int) error {
	top, left, bottom, right := m.merged.Area(row, column+1)
	switch {
	case c.Kind == xlsx.Uncomputed || c.Kind == xlsx.Error:
		return problem.Problem{Message: "ô này giữ một công thức chưa tính hoặc báo lỗi, ở đây cần chữ",
			Hint: "gõ thẳng nội dung vào ô"}
	case words == "":
		return nil
	case top != bottom || left != right:
		return problem.Problem{Message: fmt.Sprintf("ô này gộp với ô khác (%s:%s) nên không rõ %q là của thành "+
			"viên nào, "+
			"cột nào", xlsx.Ref(left, top), xlsx.Ref(right, bottom), words),
			Hint: "bỏ gộp ô (Unmerge), ghi riêng từng dòng, từng cột"}
	case c.Kind != xlsx.Text:
		return problem.Problem{Message: fmt.Sprintf("ô này giữ %q, không phải chữ", words),
			Hint: "ghi họ tên, cơ quan, vai trò bằng chữ"}
	}
	return c.NotPlain()
}

// memberColumns finds the columns in a head row; nil without one of names.
func memberColumns(r xlsx.Row) map[string]int {
	out := map[string]int{}
	for i, c := range r.Cells {
		switch vi.Fold(vi.NFC(c.Text)) {
		case "ho va ten", "ho ten", "ten", "thanh vien":
			out["name"] = i
		case "co quan", "don vi", "chuc vu, co quan", "co quan, don vi", "chuc vu":
			out["office"] = i
		case "vai tro", "chuc danh", "chuc danh trong hoi dong", "nhiem vu":
			out["role"] = i
		}
	}
	if _, ok := out["name"]; !ok {
		return nil
	}
	return out
}
