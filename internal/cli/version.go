package cli

import (
	"ntm/internal/cli/command"

	"github.com/spf13/cobra"
)

func newVersion(w World) *cobra.Command {
	var opts display
	cmd := &cobra.Command{
		Use:     "version",
		Aliases: []string{"phien-ban"},
		Short:   "In phiên bản của chương trình",
		Example: "  ntm version",
		Args:    command.Args(),
		RunE: func(*cobra.Command, []string) error {
			return opts.show(w, struct {
				Version string `json:"version"`
			}{w.Version}, func(s *screen) { s.Line("ntm %s", w.Version) })
		},
	}
	opts.jsonFlag(cmd.Flags())
	return cmd
}
