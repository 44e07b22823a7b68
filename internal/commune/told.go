package commune

import (
	"fmt"
	"strconv"

	"ntm/criteria"
	"ntm/internal/pattern"
	"ntm/internal/vi"
	"ntm/internal/yamldoc"
)

// Score is how many of how many: "19/19". Of is 0 where nothing is told.
type Score struct{ Met, Of int }

var scored = pattern.New(`^(\d{1,4}) ?/ ?(\d{1,4})$`)

// UnmarshalText reads a score and refuses one that is more than all.
func (s *Score) UnmarshalText(text []byte) error {
	m := scored.FindStringSubmatch(string(text))
	if m == nil {
		return fmt.Errorf("đọc thấy %q, cần hai số đếm cách nhau dấu /, ví dụ 19/19", text)
	}
	var out Score
	out.Met, _ = strconv.Atoi(m[1]) // digits, as matched: in tens even where they begin with 0
	out.Of, _ = strconv.Atoi(m[2])
	if out.Of == 0 || out.Met > out.Of {
		return fmt.Errorf("đọc thấy %q, cần số thứ nhất không lớn hơn số thứ hai", text)
	}
	*s = out
	return nil
}

// MarshalText writes a score as UnmarshalText reads it.
func (s Score) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// String is the score as people write it, "" where nothing is told.
func (s Score) String() string {
	if s.Of == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.Met, s.Of)
}

// Claim is what the commune itself says it has reached of a level. It is compared with the
// verdict and nothing is judged by it.
type Claim struct {
	Pos        yamldoc.Pos    `yaml:"-"`
	Level      criteria.Level `yaml:"level" validate:"required"`
	Criteria   Score          `yaml:"criteria"`
	Indicators Score          `yaml:"indicators"`
}

// String is "19/19 tiêu chí, 57/57 chỉ tiêu".
func (c *Claim) String() string {
	word := func(s Score, of string) string {
		if s.Of == 0 {
			return ""
		}
		return s.String() + " " + of
	}
	return vi.Join(", ", word(c.Criteria, "tiêu chí"), word(c.Indicators, "chỉ tiêu"))
}

// Remark is what was done for a criterion, how much of it and for how much money, in the
// commune's own words. Papers print it; nothing is judged by it.
type Remark struct {
	Pos yamldoc.Pos `yaml:"-"`
	// Level is the one whose criterion is meant; of the other levels it is then that of the
	// same name. Not given: the lowest of the year.
	Level     criteria.Level `yaml:"level"`
	Criterion string         `yaml:"criterion" validate:"required"` // its number: "2"
	Done      string         `yaml:"done"`
	Amount    string         `yaml:"amount"`
	Cost      string         `yaml:"cost"`
}

// told checks what the report tells besides its figures.
func (c *checker) told() {
	claimed := map[criteria.Level]bool{}
	for _, one := range c.report.Claims {
		switch {
		case claimed[one.Level]:
			c.fail(one.Pos, "giữ một, bỏ một", "kết quả xã tự đánh giá mức %s ghi hai lần", one.Level.Title())
		case one.Criteria.Of+one.Indicators.Of == 0:
			c.fail(one.Pos, "ghi criteria, indicators, ví dụ 19/19 và 57/57; không nêu thì bỏ cả mục",
				"kết quả xã tự đánh giá mức %s chưa có số nào", one.Level.Title())
		}
		claimed[one.Level] = true
	}
	remarked := map[Remark]bool{}
	for _, r := range c.report.Remarks {
		key := Remark{Level: r.Level, Criterion: r.Criterion}
		switch {
		case remarked[key]:
			c.fail(r.Pos, "gộp vào một mục", "kết quả thực hiện tiêu chí %s ghi hai lần", r.Criterion)
		case r.Done == "" && r.Amount == "" && r.Cost == "":
			c.fail(r.Pos, "ghi done, amount hoặc cost; không có gì thì bỏ cả mục",
				"kết quả thực hiện tiêu chí %s chưa ghi gì", r.Criterion)
		}
		remarked[key] = true
	}
	if s := c.report.Satisfaction; s != nil {
		c.polled(s)
	}
}

// polled checks that a poll tells something, and that what it tells can be divided.
func (c *checker) polled(s *Satisfaction) {
	if s.Measure() == nil {
		c.fail(s.at().Or(c.report.Pos), "ghi villages, hoặc commune với số phiếu hài lòng và thu về, hoặc rate",
			"kết quả lấy ý kiến chưa có số phiếu hay tỷ lệ hài lòng")
	}
	if s.Whole != nil {
		c.answered(s.Whole.Pos.Or(s.Pos), "cả xã", s.Whole.Measure())
	}
	for i := range s.Questions {
		q := &s.Questions[i]
		if q.Measure() == nil {
			c.fail(q.Pos, "ghi satisfied và answered, hoặc rate; không có thì bỏ câu hỏi này",
				"câu hỏi %q chưa có tỷ lệ hài lòng", q.Text)
		}
		c.answered(q.Pos, fmt.Sprintf("câu hỏi %q", q.Text), q.Measure())
	}
}

// answered checks that a share of answers can be one.
func (c *checker) answered(at yamldoc.Pos, what string, m Measure) {
	switch m := m.(type) {
	case Rate:
		if !m.Denominator.IsPositive() || m.Numerator.IsNegative() {
			c.fail(at, "ghi lại số phiếu", "%s: %s phiếu hài lòng trên %s phiếu thu về", what,
				vi.Number(m.Numerator), vi.Number(m.Denominator))
		}
	case Amount, Number:
		a, _ := AmountOf(m)
		c.unread(&a)
		if a.IsNegative() || a.GreaterThan(hundred) {
			c.fail(at, "ghi tỷ lệ %, từ 0 đến 100", "%s: tỷ lệ hài lòng đọc thấy %s", what, vi.Number(a.Decimal))
		}
	}
}
