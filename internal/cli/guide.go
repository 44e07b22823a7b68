package cli

import (
	"bytes"
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
)

// The guided mode is ntm without a command in a terminal: for officials who do
// not know the commands, it asks what to do and with which file, and runs the
// command line that does it, showing it so that it can be learnt. Each step is
// one whole command: leaving at any moment, by q, Ctrl-D or Ctrl-C, loses
// nothing. Prompts are plain lines and numbers, not a library of menus drawn
// with the cursor, since these also work in a Windows console, over a slow
// line and with a screen reader.

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
		{"template", "Tạo biểu mẫu Excel cho xã", "template", []question{askYear, askCommune, askLevel, askForm}, "check"},
		{"check", "Kiểm tra biểu mẫu đã điền", "check", []question{askReport}, "assess"},
		{"assess", "Đánh giá xã theo ba mức", "assess", []question{askReport}, "gap"},
		{"gap", "Xem xã còn thiếu gì để đạt từng mức", "gap", []question{askReport}, "dossier"},
		{"dossier", "Ghi hồ sơ Excel trình hội đồng thẩm định", "assess", []question{askReport, askProposed, askDossier}, leave},
		{"explain", "Giải trình một chỉ tiêu", "explain", []question{askReport, askIndicator}, "explain"},
	}
}

const leave = "0" // the id and the number of leaving

// What fits the smallest usual window, 80 by 24, with room for a prompt.
const narrow, pageLines = 79, 21

// How a question ends without an answer.
var (
	errLeave = errors.New("leave the program")
	errBack  = errors.New("back to the menu")
)

// guide is one conversation.
type guide struct {
	world World
	*screen
	lines func() (string, error)

	// What was said before is proposed again.
	file, slug string // the report, and the commune as file names write it
	year       int
	level      string
}

// runGuide talks until the person leaves.
func runGuide(w World) error {
	w.Width = narrow
	g := &guide{world: w, screen: newScreen(w), lines: lineReader(w)}
	g.line("%s", g.strong("ntm - đánh giá xã theo bộ tiêu chí nông thôn mới"))
	g.line("")
	g.line("Gõ số của việc muốn làm rồi nhấn Enter; chỉ nhấn Enter là chọn giá trị [trong")
	g.line("ngoặc vuông]. Gõ 0 để quay lại, gõ q để thoát lúc nào cũng được: việc đã làm")
	g.line("xong vẫn còn nguyên trong các tệp.")
	g.line("")
	g.welcome()
	offered := g.offered()
	next := g.first(offered)
	for g.err == nil {
		chosen, err := g.menu(offered, next)
		if err != nil {
			break
		}
		next, err = g.do(chosen)
		if errors.Is(err, errLeave) {
			break
		}
	}
	g.line("")
	g.line("Đã thoát. Muốn làm tiếp, chạy lại: ntm")
	if w.OwnWindow {
		g.line("Nhấn Enter để đóng cửa sổ này.")
		_, _ = g.lines() // closing is all that is left to do
	}
	return g.err
}

// offered is the steps whose commands the program has.
func (g *guide) offered() []step {
	root := newRoot(g.world)
	var found []step
	for _, s := range steps() {
		if cmd, _, err := root.Find([]string{s.command}); err == nil && cmd != root {
			found = append(found, s)
		}
	}
	return found
}

// menu asks which step is next; the step of the id proposed is the default.
func (g *guide) menu(offered []step, proposed string) (step, error) {
	g.line("")
	g.line("%s", g.strong("Việc cần làm:"))
	number := leave
	for i, s := range offered {
		g.line("  %d. %s", i+1, s.title)
		if s.id == proposed {
			number = strconv.Itoa(i + 1)
		}
	}
	g.line("  0. Thoát")
	for {
		answer, err := g.ask("Chọn việc", number)
		if err != nil {
			return step{}, errLeave // at the menu, back is out
		}
		if i, ok := pick(answer, len(offered)); ok {
			return offered[i], nil
		}
		g.line("Chưa có việc %q. Gõ một số từ 0 đến %d.", answer, len(offered))
	}
}

// do asks a step's questions, runs its command and gives the step to propose
// next: the same again when it failed.
func (g *guide) do(s step) (next string, err error) {
	g.line("")
	g.line("%s", g.strong("%s", s.title))
	line := []string{s.command}
	for _, q := range s.questions {
		more, err := q(g)
		if err != nil {
			return s.id, err
		}
		line = append(line, more...)
	}
	g.line("")
	g.line("Lệnh: %s", g.strong("%s", commandLine(line)))
	g.line("")
	var shown bytes.Buffer
	w := g.world
	w.Interactive, w.Stdout, w.Stderr = false, &shown, &shown
	status := Run(line, w)
	if err := g.page(shown.String()); err != nil {
		return s.id, err
	}
	if status != done {
		return s.id, nil
	}
	return s.then, nil
}

// commandLine is the command as a person would type it, in a Windows console
// as in any shell.
func commandLine(line []string) string {
	typed := []string{"ntm"}
	for _, word := range line {
		if strings.ContainsAny(word, " &()[]{}^=;!'+,`~*?|<>#$") && !strings.Contains(word, `"`) {
			word = `"` + word + `"`
		}
		typed = append(typed, word)
	}
	return strings.Join(typed, " ")
}

// start is what ntm does without a command: talk where a person can answer,
// else show the help.
func start(cmd *cobra.Command, w World) error {
	if w.Interactive {
		return runGuide(w)
	}
	return cmd.Help()
}
