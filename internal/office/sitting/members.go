package sitting

import (
	"context"
	"fmt"
	"strings"

	"ntm/internal/council"
	"ntm/internal/office"
	"ntm/internal/problem"
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

// membersIn reads a table of members: the first sheet that has a column of names.
func membersIn(ctx context.Context, file string, add func(at problem.Problem, name, from, role string)) error {
	book, err := xlsx.Open(ctx, file)
	if err != nil {
		return err
	}
	defer book.Close() //nolint:errcheck // opened for reading
	book.Most(mostOfMembers)
	for _, s := range book.Sheets {
		var columns map[string]int
		err := s.Each(func(r xlsx.Row) error {
			text := func(column string) string {
				if i, ok := columns[column]; ok && i < len(r.Cells) {
					return vi.NFC(r.Cells[i].Text)
				}
				return ""
			}
			if columns == nil {
				columns = memberColumns(r)
				return nil
			}
			at := problem.Problem{File: file, Sheet: s.Name}
			if s.Name == "" { // a CSV
				at.Line = r.Number
			} else {
				at.Cell = xlsx.Ref(1, r.Number)
			}
			if name, from := text("name"), text("office"); name != "" || from != "" {
				add(at, name, from, text("role"))
			}
			return nil
		})
		if columns != nil || err != nil {
			return err
		}
	}
	return problem.List{{File: file, Message: "không thấy cột Họ và tên",
		Hint: "bảng cần dòng đầu có các cột: Họ và tên, Cơ quan, Vai trò"}}
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
