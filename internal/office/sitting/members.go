package sitting

import (
	"context"
	"fmt"
	"strings"

	"ntm/internal/council"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/vi"
	"ntm/internal/xlsx/table"
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

// membersList is a table of members: the first sheet that has a column of names.
var membersList = table.Kind{
	Columns: []table.Column{
		{ID: "name", Heads: []string{"ho va ten", "ho ten", "ten", "thanh vien"}, Must: true},
		{ID: "office", Heads: []string{"co quan", "don vi", "chuc vu, co quan", "co quan, don vi", "chuc vu"}},
		{ID: "role", Heads: []string{"vai tro", "chuc danh", "chuc danh trong hoi dong", "nhiem vu"}},
	},
	Most:    10_000,
	Missing: "không thấy cột Họ và tên",
	Hint:    "bảng cần dòng đầu có các cột: Họ và tên, Cơ quan, Vai trò",
	Words:   "ghi họ tên, cơ quan, vai trò bằng chữ",
}

// membersIn reads a table of members.
func membersIn(ctx context.Context, file string, add func(at problem.Problem, name, from, role string)) error {
	wrong, err := table.Read(ctx, file, membersList, func(r *table.Row) {
		if r.Text("name") != "" || r.Text("office") != "" {
			add(r.Problem("name", "", ""), r.Text("name"), r.Text("office"), r.Text("role"))
		}
	})
	if err != nil {
		return err
	}
	return wrong.Err()
}
