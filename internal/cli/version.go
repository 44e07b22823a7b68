package cli

import (
	"fmt"

	"ntm/internal/cli/command"

	"github.com/spf13/cobra"
)

func newVersion(w World) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "version",
		Aliases: []string{"phien-ban"},
		Short:   "In phiên bản của chương trình",
		Example: "  ntm version",
		Args:    command.Args(),
		RunE: func(*cobra.Command, []string) error {
			if asJSON {
				return command.PrintJSON(w.Stdout, struct {
					Version string `json:"version"`
				}{w.Version})
			}
			_, err := fmt.Fprintln(w.Stdout, "ntm", w.Version)
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "in kết quả dạng JSON")
	return cmd
}
