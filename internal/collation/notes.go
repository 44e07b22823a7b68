package collation

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"ntm/internal/decision"
	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// verbatim is a cell's own words, with the texts of the notes that it and its row have.
func verbatim(a *decision.Annex, row *decision.Row, c *decision.Cell) string {
	out := cmp.Or(c.Words, "(ô trống)")
	for _, mark := range slices.Concat(marksOf(c), row.Notes) {
		if text := noteText(a, mark); text != "" {
			out += "\n[chú thích " + strings.Trim(mark, "()[]") + ": " + text + "]"
		}
	}
	return out
}

// marksOf are the marks of a cell's notes: those set as footnotes, and those typed.
func marksOf(c *decision.Cell) []string {
	out := slices.Clone(c.Notes)
	if mark := c.Reading.Mark; mark != "" && !slices.Contains(out, mark) {
		out = append(out, mark)
	}
	return out
}

// changing are words by which a note may say that the cell's threshold is another one.
var changing = pattern.New(`\b(nam|tru|khong|rieng|doi voi|ap dung|tu ngay|den ngay|truong hop|mien|giam|` +
	`tang|hoac|\d+)\b`)

// counts are words by which a note says what is counted, and changing words that it then
// still must not have.
var (
	counts = pattern.New(`^(?:chi|khong) tinh\b|^khong (?:bao )?gom\b|^(?:bao )?gom\b|^tinh theo\b`)
	alters = pattern.New(`\b(?:nam|tru|rieng|doi voi|ap dung|tu ngay|den ngay|truong hop|mien|giam|tang|muc)\b`)
)

// harmless are what a note may name without changing anything, folded: both sexes, every year,
// the paper or the poverty line that it goes by.
var harmless = pattern.New(`\b(?:hang|moi) nam\b|` +
	`\b(?:(?:ap dung )?(?:dat )?(?:chung )?(?:cho|doi voi) )?(?:ca )?(?:nam va nu|nam, nu|hai gioi|nu va nam)\b|` +
	`\btheo (?:chuan ngheo|chuan)(?: ngheo)?(?: da chieu)?(?: quoc gia)?(?: giai doan)? 20\d\d ?[-–] ?20\d\d\b|` +
	`\bluat [a-z, ]{3,60} nam (?:19|20)\d\d\b|` +
	`\b(?:(?:khoan|diem|dieu|muc|phu luc) [0-9a-zđ]{1,4},? )*(?:quyet dinh|thong tu(?: lien tich)?|` +
	`nghi dinh|nghi quyet|quy chuan|qcvn|tcvn|tieu chuan|cong van|huong dan|van ban|chi thi|ke hoach|luat)\b` +
	`[a-z ]{0,40}?(?:so:? )?\d+[\w/.:-]*` +
	`(?:(?: [a-z]{2,12})?,? ?ngay \d{1,2}(?:/\d{1,2}/\d{4}| thang \d{1,2} nam \d{4}))?`)

// mayChange tells whether a note may change what is asked, by its folded words.
func mayChange(text string) bool {
	text = harmless.ReplaceAllString(text, " ")
	if counts.MatchString(text) {
		return alters.MatchString(text)
	}
	return changing.MatchString(text)
}

// otherLevel is a note of an indicator that asks some communes, or some years, for another number, folded.
var otherLevel = pattern.New(`\b(?:rieng|doi voi|ap dung|truong hop|giam|tang|tu nam|den nam|nam 20\d\d)\b.*\d+ ?%|` +
	`\b(?:xa|thon|vung|nhom|khu vuc)\b.{0,60}\b(?:khong (?:ap dung|xet|danh gia|yeu cau|bat buoc)|duoc mien)\b|` +
	`\b(?:khong (?:ap dung|xet|danh gia|yeu cau|bat buoc)|mien)\b.{0,60}\b(?:xa|thon|vung|nhom|khu vuc)\b`)

// noteDoubts are why the notes of a cell and of its indicator must be read: one whose text is not there, or
// may change what the cell asks.
func noteDoubts(a *decision.Annex, row *decision.Row, c *decision.Cell) []string {
	var out []string
	for _, mark := range row.Notes {
		if text := noteText(a, mark); otherLevel.MatchString(vi.Fold(text)) {
			out = append(out, "chú thích "+mark+" của chỉ tiêu có thể đổi mức: "+text)
		}
	}
	for _, mark := range marksOf(c) {
		switch text := noteText(a, mark); {
		case text == "":
			out = append(out, "ô có chú thích "+mark+" mà không thấy lời chú thích")
		case mayChange(vi.Fold(text)):
			out = append(out, "chú thích "+mark+" có thể đổi mức: "+text)
		}
	}
	return out
}

// nextNote is where, within a line, another note begins.
var nextNote = pattern.New(`([.;])\s+([(\[]?\d{1,2}[)\]]?\s+\p{Lu})`)

// raised are the digits that stand above the line.
var raised = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")

// raisedFirst is a text whose first sign is such a digit, with it on the line: "¹ Không tính" is "(1) Không tính".
func raisedFirst(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if at := slices.Index(raised, first); at >= 0 {
		return fmt.Sprintf("(%d) %s", at, text[size:])
	}
	return text
}

// noteText is the text of a note, by its mark, among those below the tables.
func noteText(a *decision.Annex, mark string) string {
	if text := a.Footnotes[mark]; text != "" {
		return vi.OneLine(text)
	}
	plain := strings.Trim(raisedFirst(mark), "()[] ")
	if plain == "" {
		return ""
	}
	begins := regexp.MustCompile(`^(?i:ghi chú|chú thích)?\s*:?\s*[(\[]?` + regexp.QuoteMeta(plain) +
		`(?:[)\]][.:]?|[.:]|\s)\s*(\S.*)$`)
	for _, line := range a.Notes {
		line = nextNote.ReplaceAllString(line, "$1\n$2")
		for one := range strings.SplitSeq(line, "\n") {
			if m := begins.FindStringSubmatch(raisedFirst(strings.TrimSpace(one))); m != nil {
				return m[1]
			}
		}
	}
	return ""
}
