package command

import (
	"ntm/criteria"
	"ntm/internal/term"
	"ntm/internal/vi"
)

// NationOnly opens what is said of judgements with why the office's own packs were not
// among what was judged by, nothing for "".
func NationOnly(s *term.Screen, why string) {
	if why != "" {
		s.Item(0, s.Unknown("CHÚ Ý:"), why+".")
	}
}

// Lacks opens what is said by standards of which indicators are missing with how to
// read the decision in.
func Lacks(s *term.Screen, of ...criteria.Lack) {
	for _, l := range of {
		if l.Missing() > 0 {
			s.Line("%s. Đọc quyết định vào chương trình:", s.Unknown("%s", vi.Capital(l.String())))
			s.Line("  %s", criteria.ReadingCommand)
			s.Line("")
		}
	}
}
