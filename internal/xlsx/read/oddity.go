package read

import (
	"fmt"
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/problem"
)

// Oddity is what makes a cell another thing to the eye than what it holds.
type Oddity struct {
	Seen   string // what is shown of a Number that is shown otherwise than it is held
	Other  bool   // a Number is shown otherwise: as Seen
	Raised string // what stands above or below the line, and is left out of the text
	Struck string // what is struck out, and is left out of the text
	Gone   bool   // all that the cell holds is struck out
	Small  bool   // all that the cell holds stands above or below the line

	around *words // what the format puts around it: see Cell.Typed
}

// Doubt says why there is no telling what a cell says: all of it is struck out, what it
// shows is not what it holds, or what is raised in it may be more than the mark of a
// footnote. The error is a problem.Problem without a place. Who uses a cell asks this
// first.
func (c Cell) Doubt() error {
	o := c.Odd
	switch {
	case o == nil:
		return nil
	case o.Gone:
		return problem.Problem{Message: fmt.Sprintf("ô này ghi %q nhưng bị gạch ngang nên không rõ còn dùng không",
			c.Text), Hint: "còn dùng thì bỏ gạch ngang (Format Cells, Font, Strikethrough); không dùng thì xóa " +
			"nội dung ô"}
	case o.Small && hasDigit(c.Text):
		return problem.Problem{Message: fmt.Sprintf("cả ô này (%s) viết kiểu chỉ số trên hoặc dưới", c.Text),
			Hint: "là nội dung của ô thì bỏ Superscript, Subscript (Format Cells, Font); là chú thích thì xóa"}
	case o.Other:
		return c.doubtShown()
	case o.Raised != "" && (!isMark.MatchString(o.Raised) || power.MatchString(c.Text)):
		return problem.Problem{Message: fmt.Sprintf("ô này ghi %q và %q viết nhỏ lệch dòng: không rõ là chú thích "+
			"hay là một phần của số", c.Text, o.Raised),
			Hint: "gõ lại cả số bằng chữ thường; chú thích thì ghi ở cột Ghi chú"}
	}
	return nil
}

// NotPlain says why a cell is not to be taken as a vote, an opinion, a name or law: it is in
// doubt, or a part of it is struck out or raised, which elsewhere is only left out. The error
// is a problem.Problem without a place.
func (c Cell) NotPlain() error {
	if err := c.Doubt(); err != nil {
		return err
	}
	if aside := c.Aside(); aside != "" {
		return problem.Problem{Message: fmt.Sprintf("một phần ô này không rõ còn dùng không: %s", aside),
			Hint: "gõ lại cả ô bằng chữ thường, chỉ giữ phần còn dùng"}
	}
	return nil
}

func (c Cell) doubtShown() error {
	seen := "không hiện gì"
	if c.Odd.Seen != "" {
		seen = fmt.Sprintf("hiện %q", c.Odd.Seen)
	}
	if c.Shown == Date {
		return problem.Problem{Message: fmt.Sprintf("ô này %s nhưng đang giữ một ngày khác cách hiện", seen),
			Hint: "gõ lại đủ ngày/tháng/năm, ví dụ 15/3/2022; là số thì chọn định dạng General rồi gõ lại số"}
	}
	if c.Kind != Number {
		return problem.Problem{Message: fmt.Sprintf("ô này %s nhưng đang giữ %q", seen, c.Text),
			Hint: "chọn định dạng General rồi gõ lại nội dung đúng vào ô"}
	}
	return problem.Problem{Message: fmt.Sprintf("ô này %s nhưng đang giữ số %s", seen, c.held()),
		Hint: "chọn định dạng General rồi gõ lại số đúng vào ô"}
}

// held is the number as a Vietnamese reader writes it.
func (c Cell) held() string {
	if c.Shown == Percent {
		if v, ok := stored(c.Text); ok {
			return strings.Replace(v.Shift(2).String(), ".", ",", 1) + " %"
		}
	}
	return strings.Replace(c.Text, ".", ",", 1)
}

// Aside says what was left out of a cell's text, or "".
func (c Cell) Aside() string {
	if c.Odd == nil {
		return ""
	}
	var parts []string
	if c.Odd.Raised != "" {
		parts = append(parts, fmt.Sprintf("%q viết nhỏ lệch dòng, coi là chú thích", c.Odd.Raised))
	}
	if c.Odd.Struck != "" {
		parts = append(parts, fmt.Sprintf("%q bị gạch ngang", c.Odd.Struck))
	}
	if len(parts) == 0 {
		return ""
	}
	return fmt.Sprintf("đọc là %q; bỏ qua %s", strings.TrimSpace(c.Text), strings.Join(parts, " và "))
}

var (
	// isMark is what marks a footnote: a digit or two, a letter, a star, in brackets or not.
	isMark = pattern.New(`^\s*[(\[]?(?:\d{1,2}|\pL|[*†‡]{1,3})[)\]]?\s*$`)
	// power is what a raised number would be the power of: "10", "69×10".
	power = pattern.New(`(?:^|[^\d.,])10\s*$`)
)

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }
