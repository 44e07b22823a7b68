// Package cli is ntm's commands, one file a command, and every view a person
// reads on the screen.
//
// Standard output carries the result and nothing else: a view for a person, or
// with --json one document for a program. Errors and hints go to standard error
// in Vietnamese, as "ntm: lỗi: …" and "ntm: gợi ý: …". The exit status is 0 for
// done, 1 for failed, 2 for wrong use, and 3 for done while the level asked for
// with --require is not eligible. Nothing is judged here.
package cli

import (
	"context"
	"errors"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/cli/law"
	"ntm/internal/cli/many"
	"ntm/internal/cli/sittings"
	"ntm/internal/cli/upkeep"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/term"

	"github.com/spf13/cobra"
)

// World is what a command may touch besides its files.
type World = command.World

// Exit statuses.
const (
	done       = 0
	failed     = 1
	wrongUse   = 2
	answeredNo = 3
)

// misuse is a problem.List with everything wrong in what the command line says.
type misuse struct{ error }

func (m misuse) Unwrap() error { return m.error }

// Run runs the command line and gives the exit status; ctx ends when a person interrupts
// the program.
func Run(ctx context.Context, args []string, w World) int {
	w.Stdout, w.Stderr = term.Safe(w.Stdout), term.Safe(w.Stderr)
	return within(ctx, args, w)
}

// within is Run inside another run, to a terminal that is safe already.
func within(ctx context.Context, args []string, w World) int {
	root := newRoot(w)
	root.SetArgs(append([]string{}, args...)) // not nil: cobra would take those of the process
	root.SetOut(w.Stdout)
	root.SetErr(w.Stderr)
	if len(args) > 0 && strings.HasPrefix(args[0], cobra.ShellCompRequestCmd) {
		complete(root, w)
	}
	err := noPasswords(args)
	if err == nil {
		err = root.ExecuteContext(ctx)
	}
	switch {
	case err == nil:
		return done
	case errors.Is(err, command.ErrAnsweredNo):
		return answeredNo
	case errors.Is(err, command.ErrToldFailed):
		return failed
	case ctx.Err() != nil && !errors.As(err, new(office.Stopped)):
		err = office.ErrStopped // whatever it stumbled over on the way out
	}
	term.Tell(w.Stderr, err)
	if errors.As(err, new(problem.WrongUse)) || errors.As(err, new(misuse)) {
		return wrongUse
	}
	return failed
}

func newRoot(w World) *cobra.Command {
	root := &cobra.Command{
		Use:   "ntm [lệnh]",
		Short: "Đánh giá xã theo bộ tiêu chí nông thôn mới, nâng cao, kiểu mẫu và lập hồ sơ",
		Long: `ntm đối chiếu số liệu của một xã với bộ tiêu chí nông thôn mới, nông thôn mới
nâng cao và nông thôn mới kiểu mẫu, giải thích từng kết quả (số liệu, ngưỡng, căn
cứ và mức tin cậy của căn cứ) và lập hồ sơ Excel trình hội đồng thẩm định.

Chạy ntm không kèm lệnh để được hướng dẫn từng bước.`,
		Example: `  ntm
  ntm assess bao-cao.yaml
  ntm assess bao-cao.yaml --dossier ho-so.xlsx
  ntm explain bao-cao.yaml nang-cao/10`,
		Args:          command.NoArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return start(cmd, w) },
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	speakVietnamese(root)
	criteria := law.New(w)
	criteria.AddCommand(many.NewUse(w)) // what of the law the verdicts on communes used
	root.AddCommand(upkeep.Commands(w)...)
	root.AddCommand(newAssess(w), newDossier(w), newPapers(w), newVerify(w), newOpinions(w), newCheck(w), newExplain(w),
		newGap(w), newReview(w), newWhatIf(w), newImport(w), newList(w), newShow(w), newHistory(w), newProcess(w),
		sittings.NewCouncil(w), newReport(w), newMerge(w), newBundle(w), newTemplate(w), newGather(w), newOpen(w),
		criteria, many.NewTitles(w), many.NewCompare(w), newCompletion(w), newVersion(w))
	plainUseLines(root)
	return root
}

// noPasswords refuses a command line on which a password stands.
func noPasswords(given []string) error {
	for _, text := range given {
		if _, value, found := strings.Cut(text, "="); found && strings.HasPrefix(text, "-") {
			text = value
		}
		if store.HasPassword(text) {
			return command.Usage("mật khẩu không được ghi trên dòng lệnh, nơi người khác đọc được",
				"bỏ mật khẩu khỏi địa chỉ kho, ghi theo mẫu postgres://TÀI_KHOẢN@MÁY_CHỦ/TÊN_KHO; mật khẩu ghi "+
					"vào tệp mà biến PGPASSFILE chỉ đến, rồi đổi mật khẩu vừa lộ")
		}
	}
	return nil
}
