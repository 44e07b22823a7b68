// Package guide is the guided mode, which is ntm without a command in a terminal: for
// officials who do not know the commands, it asks what to do and with which file, and
// runs the command line that does it, showing it so that it can be learnt.
//
// Each step is one whole command: leaving at any moment, by q, Ctrl-D or Ctrl-C, loses
// nothing. Prompts are plain lines and numbers, not a library of menus drawn with the
// cursor, since these also work in a Windows console, over a slow line and with a screen
// reader.
package guide

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/list"
	"ntm/internal/term"
)

// Program is what the guided mode needs of the program around it.
type Program interface {
	// Has tells whether the program has a command of that name.
	Has(command string) bool
	// Run runs a command line, writes all it says to out, and tells whether it was done.
	Run(ctx context.Context, line []string, out io.Writer) bool
	// Library is the law at hand.
	Library() (*criteria.Library, error)
	// Assess judges the report in a file.
	Assess(file string) (*assess.Assessment, error)
}

// step is one thing the guided mode offers. Its questions make the command's
// arguments in their order.
type step struct {
	id, title string
	command   string
	questions []question
	then      string // the id of the step to propose after it
}

// question asks for some of a command's arguments, and keeps in the guide what
// the next questions may propose.
type question func(*guide) ([]string, error)

func steps() []step {
	return []step{
		{"template", "Tạo biểu mẫu Excel cho xã", "template", []question{askYear, askCommune, askLevel, askForm},
			"check"},
		{"check", "Kiểm tra biểu mẫu đã điền", "check", []question{askReport}, "assess"},
		{"assess", "Đánh giá xã theo ba mức", "assess", []question{askReport}, "gap"},
		{"gap", "Xem xã còn thiếu gì để đạt từng mức", "gap", []question{askReport}, "dossier"},
		{"dossier", "Ghi hồ sơ Excel trình hội đồng thẩm định", "assess", []question{askReport, askProposed,
			askDossier}, leave},
		{"explain", "Giải trình một chỉ tiêu", "explain", []question{askReport, askIndicator}, "explain"},
		{readDecision, "Đọc quyết định (Word, Excel, trang web) vào bảng đối chiếu", "criteria read",
			[]question{askDecision, askLawbook}, "import"},
		{"import", "Nhập bảng đối chiếu đã xem, đã đánh dấu", "criteria import", []question{askChecked, askOffice},
			"template"},
	}
}

const (
	leave        = "0"    // the id and the number of leaving
	readDecision = "read" // the id of the step that reads a decision in
)

// Width and pageLines are what fits the smallest usual window, 80 by 24, with room for a prompt.
const Width, pageLines = 79, 21

// How a question ends without an answer.
var (
	errLeave = errors.New("leave the program")
	errBack  = errors.New("back to the menu")
)

// guide is one conversation.
type guide struct {
	*term.Screen
	program Program
	at      term.Terminal
	lines   func() (string, error)

	// What was said before is proposed again.
	file, slug string // the report, and the commune as file names write it
	lawbook    string // the workbook that a decision was read into
	office     string // that holds the law against its decisions
	year       int
	level      string
}

// newGuide begins a conversation at a terminal.
func newGuide(ctx context.Context, at term.Terminal, p Program) *guide {
	return &guide{Screen: term.NewScreen(at), program: p, at: at, lines: lineReader(ctx, at.Stdin)}
}

// Talk talks at a terminal until the person leaves. The error is that of writing there.
func Talk(ctx context.Context, at term.Terminal, p Program) error {
	at.Width = Width
	g := newGuide(ctx, at, p)
	g.Line("%s", g.Strong("ntm - đánh giá xã theo bộ tiêu chí nông thôn mới"))
	g.Line("")
	g.lacking(at.Now().Year(), "hoặc chọn việc %d dưới đây.")
	g.Line("Gõ số của việc muốn làm rồi nhấn Enter; chỉ nhấn Enter là chọn giá trị [trong")
	g.Line("ngoặc vuông]. Gõ 0 để quay lại, gõ q để thoát lúc nào cũng được: việc đã làm")
	g.Line("xong vẫn còn nguyên trong các tệp.")
	g.Line("")
	g.welcome()
	offered := g.offered()
	next := g.first(offered)
	for g.Err == nil {
		chosen, err := g.menu(offered, next)
		if err != nil {
			break
		}
		next, err = g.do(ctx, chosen)
		if errors.Is(err, errLeave) {
			break
		}
	}
	g.Line("")
	g.Line("Đã thoát. Muốn làm tiếp, chạy lại: ntm")
	return g.Err
}

// offered is the steps whose commands the program has.
func (g *guide) offered() []step {
	return list.Where(steps(), func(s step) bool { return g.program.Has(strings.Fields(s.command)[0]) })
}

// menu asks which step is next; the step of the id proposed is the default.
func (g *guide) menu(offered []step, proposed string) (step, error) {
	g.Line("")
	g.Line("%s", g.Strong("Việc cần làm:"))
	number := leave
	for i, s := range offered {
		g.Line("  %d. %s", i+1, s.title)
		if s.id == proposed {
			number = strconv.Itoa(i + 1)
		}
	}
	g.Line("  0. Thoát")
	for {
		answer, err := g.ask("Chọn việc", number)
		if err != nil {
			return step{}, errLeave // at the menu, back is out
		}
		if i, ok := pick(answer, len(offered)); ok {
			return offered[i], nil
		}
		g.Line("Chưa có việc %q. Gõ một số từ 0 đến %d.", answer, len(offered))
	}
}

// do asks a step's questions, runs its command and gives the step to propose
// next: the same again when it failed.
func (g *guide) do(ctx context.Context, s step) (next string, err error) {
	g.Line("")
	g.Line("%s", g.Strong("%s", s.title))
	line := strings.Fields(s.command)
	for _, q := range s.questions {
		more, err := q(g)
		if err != nil {
			return s.id, err
		}
		line = append(line, more...)
	}
	g.Line("")
	g.Line("Lệnh: %s", g.Strong("%s", term.CommandLine(line...)))
	g.Line("")
	var shown bytes.Buffer
	done := g.program.Run(ctx, line, &shown)
	if err := g.page(shown.String()); err != nil {
		return s.id, err
	}
	if !done {
		return s.id, nil
	}
	return s.then, nil
}
