package cli

import (
	"context"
	"io"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/cli/guide"

	"github.com/spf13/cobra"
)

// start is what ntm does without a command: open the window for who double-clicked it, talk
// where a person can answer, else show the help.
func start(cmd *cobra.Command, w World) error {
	if w.OwnWindow {
		return double(cmd.Context(), w)
	}
	if w.Interactive {
		return guide.Talk(cmd.Context(), w.Terminal, thisProgram{w, cmd.Context()})
	}
	return cmd.Help()
}

// thisProgram is what the guided mode needs of this program.
type thisProgram struct {
	w   World
	ctx context.Context // ends what is being read
}

func (p thisProgram) Has(command string) bool {
	root := newRoot(p.w)
	cmd, _, err := root.Find([]string{command})
	return err == nil && cmd != root
}

func (p thisProgram) Run(ctx context.Context, line []string, out io.Writer) bool {
	w := p.w
	w.Interactive, w.Stdout, w.Stderr, w.Width = false, out, out, guide.Width
	return within(ctx, line, w) == done
}

func (p thisProgram) Library() (*criteria.Library, error) { return new(command.Packs).Load(p.w) }

func (p thisProgram) Assess(file string) (*assess.Assessment, error) {
	return new(command.Packs).Assess(p.ctx, p.w, file)
}
