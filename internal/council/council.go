package council

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/problem"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// Role is what a member does in the council.
type Role string

// The closed set of roles.
const (
	Chair     Role = "chair"
	Deputy    Role = "deputy"
	Secretary Role = "secretary"
	Ordinary  Role = "member"
)

// Roles lists the roles in the order of the council's list.
var Roles = []Role{Chair, Deputy, Secretary, Ordinary}

// Title is the role as papers say it.
func (r Role) Title() string {
	return map[Role]string{Chair: "Chủ tịch", Deputy: "Phó Chủ tịch", Secretary: "Ủy viên, Thư ký",
		Ordinary: "Ủy viên"}[r]
}

// ReadRole reads a role as people write it, "" for an ordinary member.
func ReadRole(text string) (Role, bool) {
	switch vi.Fold(strings.TrimSpace(text)) {
	case "", "uy vien", "thanh vien", "member":
		return Ordinary, true
	case "chu tich", "chu tich hoi dong", "chair":
		return Chair, true
	case "pho chu tich", "pho chu tich hoi dong", "deputy":
		return Deputy, true
	case "thu ky", "uy vien thu ky", "uy vien, thu ky", "secretary":
		return Secretary, true
	}
	return "", false
}

// Member is one who sits in the council.
type Member struct {
	Name   string `json:"name"`
	Office string `json:"office"`
	Role   Role   `json:"role"`
}

// Rule is a share in per cent that a vote or a quorum must reach, and how sure
// that is. A value of zero is a rule that is not known.
type Rule struct {
	Value  decimal.Decimal `json:"value"`
	Status criteria.Status `json:"status,omitempty"`
	Source string          `json:"source,omitempty"`
}

// Sure tells whether a conclusion may rest on the rule.
func (r *Rule) Sure() bool { return r.Value.IsPositive() && r.Status.Sure() }

// OnPaper is how sure the rule is, as minutes say it: by what, where that is known.
func (r *Rule) OnPaper() string {
	if r.Status != criteria.Confirmed {
		return r.Status.OnPaper()
	}
	return vi.Join("; ", r.Status.OnPaper(), r.Source)
}

// Rules are what a council decides by. Zero rules are not known.
type Rules struct {
	Procedure string `json:"procedure,omitempty"` // the decision they come from
	Quorum    Rule   `json:"quorum"`              // of all members, to sit
	Proposal  Rule   `json:"proposal"`            // of the members present, to propose recognition
}

// RulesOf are the rules of a procedure, none for nil.
func RulesOf(p *criteria.SetProcedure) Rules {
	if p == nil {
		return Rules{}
	}
	rule := func(s criteria.Share) Rule { return Rule{s.Value, s.Status, s.Source} }
	return Rules{p.Decision.Number, rule(p.Council.Quorum), rule(p.Council.Proposal)}
}

// Council is a council called for one sitting.
type Council struct {
	ID       string         `json:"id"`
	Name     string         `json:"name"`
	Province string         `json:"province"` // with its type: "tỉnh Thanh Hóa"
	Year     int            `json:"year"`
	Level    criteria.Level `json:"level"`
	Members  []Member       `json:"members"`
	Rules    Rules          `json:"rules"`
}

// Case is one commune that the council votes on.
type Case struct {
	Key   string `json:"key"` // its code
	Title string `json:"title"`
	Note  string `json:"note,omitempty"` // what its assessment says: "19/19 tiêu chí"
}

// Check is what a council must have before it may sit. The error is a
// problem.List.
func (c *Council) Check() error {
	var out problem.List
	add := func(message, hint string) { out.Add(problem.Problem{Message: message, Hint: hint}) }
	if c.Name == "" {
		out.Add(problem.Problem{Message: "hội đồng chưa có tên", Hint: "ghi tên hội đồng bằng --name",
			Page: problem.Press("ghi vào ô Tên hội đồng")})
	}
	if c.Level == "" {
		out.Add(problem.Problem{Message: "chưa ghi hội đồng xét mức nào", Hint: "thêm --level",
			Page: problem.Press("chọn ở ô Xét công nhận")})
	}
	if len(c.Members) < 3 {
		add(fmt.Sprintf("hội đồng có %d thành viên, cần ít nhất 3", len(c.Members)), "ghi đủ danh sách thành viên")
	}
	chairs := 0
	seen := map[string]bool{}
	for i, m := range c.Members {
		switch key := vi.Fold(m.Name + "|" + m.Office); {
		case m.Name == "":
			add(fmt.Sprintf("thành viên thứ %d chưa có họ tên", i+1), "ghi họ tên, hoặc bỏ dòng này")
		case seen[key]:
			add(fmt.Sprintf("%s (%s) có hai lần trong danh sách", m.Name, m.Office),
				"bỏ một dòng; hai người trùng tên thì ghi rõ cơ quan")
		default:
			seen[key] = true
		}
		if m.Role == Chair {
			chairs++
		}
	}
	if chairs != 1 {
		add(fmt.Sprintf("danh sách có %d chủ tịch hội đồng, cần đúng 1", chairs),
			"ghi vai trò \"Chủ tịch\" cho một người")
	}
	return out.Err()
}
