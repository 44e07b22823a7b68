package cli

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
	"ntm/internal/cli/command"
	"ntm/internal/council"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/vi"
	xlsx "ntm/internal/xlsx/read"
)

// shareFlag is a share in per cent named on the command line.
type shareFlag struct{ decimal.Decimal }

func (s *shareFlag) String() string { return "" }

// Type is what the help text calls the value.
func (s *shareFlag) Type() string { return "TỶ_LỆ" }

// Set reads a share.
func (s *shareFlag) Set(text string) error {
	d, err := decimal.NewFromString(strings.Replace(strings.TrimSpace(strings.TrimSuffix(text, "%")), ",", ".", 1))
	if err != nil || len(text) > 10 || !d.IsPositive() || d.GreaterThan(decimal.NewFromInt(100)) {
		return command.Misread(fmt.Sprintf("đọc thấy %q, cần một tỷ lệ phần trăm từ trên 0 đến 100, ví dụ 90", text))
	}
	s.Decimal = d
	return nil
}

// listed is the members that the command line and the file name.
func (o *councilOpenOptions) listed() ([]council.Member, error) {
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
			if len([]rune(text)) > command.MostOfName || !office.Printable(text) {
				at.Message, at.Hint = fmt.Sprintf("nội dung bắt đầu bằng %q quá dài hoặc có ký tự không in được",
					shortened(text)), "gõ lại ngắn gọn"
				wrong.Add(at)
			}
		}
		out = append(out, council.Member{Name: name, Office: from, Role: r})
	}
	for _, text := range o.member {
		parts := append(strings.Split(text, ";"), "", "")
		add(problem.Problem{}, cleaned(parts[0]), cleaned(parts[1]), cleaned(parts[2]))
	}
	if o.members != "" {
		if err := membersIn(o.members, add); err != nil {
			return nil, err
		}
	}
	return out, wrong.Err()
}

func cleaned(text string) string { return strings.TrimSpace(vi.NFC(text)) }

// mostOfMembers is how many cells a list of members may have.
const mostOfMembers = 10_000

// membersIn reads a table of members: the first sheet that has a column of names.
func membersIn(file string, add func(at problem.Problem, name, from, role string)) error {
	book, err := xlsx.Open(file)
	if err != nil {
		return err
	}
	defer book.Close() //nolint:errcheck // opened for reading
	book.Most(mostOfMembers)
	for _, s := range book.Sheets {
		columns := map[string]int{}
		err := s.Each(func(r xlsx.Row) error {
			text := func(column string) string {
				if i, ok := columns[column]; ok && i < len(r.Cells) {
					return cleaned(r.Cells[i].Text)
				}
				return ""
			}
			if _, headed := columns["name"]; !headed {
				columns = memberColumns(r)
				return nil
			}
			if name, from := text("name"), text("office"); name != "" || from != "" {
				add(problem.Problem{File: file, Sheet: s.Name, Line: lineOf(s, r), Cell: cellOf(s, r)}, name, from,
					text("role"))
			}
			return nil
		})
		if _, found := columns["name"]; found || err != nil {
			return err
		}
	}
	return problem.List{{File: file, Message: "không thấy cột Họ và tên",
		Hint: "bảng cần dòng đầu có các cột: Họ và tên, Cơ quan, Vai trò"}}
}

// lineOf is where a row of a CSV stands, cellOf one of a workbook.
func lineOf(s *xlsx.Sheet, r xlsx.Row) int {
	if s.Name == "" {
		return r.Number
	}
	return 0
}

func cellOf(s *xlsx.Sheet, r xlsx.Row) string {
	if s.Name == "" {
		return ""
	}
	return xlsx.Ref(1, r.Number)
}

// memberColumns finds the columns in a head row; without one of names it is none.
func memberColumns(r xlsx.Row) map[string]int {
	out := map[string]int{}
	for i, c := range r.Cells {
		switch vi.Fold(cleaned(c.Text)) {
		case "ho va ten", "ho ten", "ten", "thanh vien":
			out["name"] = i
		case "co quan", "don vi", "chuc vu, co quan", "co quan, don vi", "chuc vu":
			out["office"] = i
		case "vai tro", "chuc danh", "chuc danh trong hoi dong", "nhiem vu":
			out["role"] = i
		}
	}
	if _, ok := out["name"]; !ok {
		return map[string]int{}
	}
	return out
}

// wholeNumbers reads "1,3,5-7" as numbers up to most.
func wholeNumbers(text string, most int) ([]int, error) {
	var out []int
	for part := range strings.SplitSeq(text, ",") {
		var from, to int
		first, last, isRange := strings.Cut(strings.TrimSpace(part), "-")
		if !isRange {
			last = first
		}
		if _, err := fmt.Sscanf(first+" "+last, "%d %d", &from, &to); err != nil || from < 1 || to > most || from > to {
			return nil, command.Usage(fmt.Sprintf("đọc thấy %q, cần số thứ tự thành viên từ 1 đến %d", part, most),
				"ví dụ: --absent 3,7")
		}
		for n := from; n <= to; n++ {
			out = append(out, n)
		}
	}
	return out, nil
}
