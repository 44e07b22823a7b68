package cli

import (
	"fmt"
	"io"

	"ntm/internal/cli/command"

	"github.com/spf13/cobra"
)

// shell is a shell that can complete ntm's command lines, and how its users
// switch that on.
type shell struct {
	name, how string
	script    func(*cobra.Command, io.Writer) error
}

func shells() []shell {
	return []shell{
		{"bash", `Dùng thử trong cửa sổ đang mở:
  source <(ntm completion bash)
Dùng cho mọi lần sau (cần gói bash-completion):
  mkdir -p ~/.local/share/bash-completion/completions
  ntm completion bash > ~/.local/share/bash-completion/completions/ntm`,
			func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) }},
		{"zsh", `Dùng thử trong cửa sổ đang mở:
  source <(ntm completion zsh)
Dùng cho mọi lần sau, sau khi ~/.zshrc có dòng "autoload -U compinit; compinit":
  ntm completion zsh > "${fpath[1]}/_ntm"`,
			(*cobra.Command).GenZshCompletion},
		{"fish", `Dùng thử trong cửa sổ đang mở:
  ntm completion fish | source
Dùng cho mọi lần sau:
  ntm completion fish > ~/.config/fish/completions/ntm.fish`,
			func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) }},
		{"powershell", `Dùng thử trong cửa sổ đang mở:
  ntm completion powershell | Out-String | Invoke-Expression
Dùng cho mọi lần sau, ghi thêm vào tệp $PROFILE của PowerShell:
  ntm completion powershell >> $PROFILE`,
			(*cobra.Command).GenPowerShellCompletionWithDesc},
	}
}

func newCompletion(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "completion [lệnh]",
		Aliases: []string{"go-nhanh"},
		Short:   "Gõ nhanh bằng phím Tab trong bash, zsh, fish, PowerShell",
		Long: `In đoạn lệnh để dòng lệnh tự điền khi nhấn phím Tab: lệnh, tùy chọn, tệp, mã xã, tỉnh,
mức, bộ tiêu chí, số liệu. Xem cách cài cho từng loại: ntm completion bash --help`,
		Example: "  ntm completion bash --help\n  ntm completion powershell",
		Args:    command.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	for _, s := range shells() {
		cmd.AddCommand(&cobra.Command{
			Use:   s.name,
			Short: "In đoạn lệnh cho " + s.name,
			Long: fmt.Sprintf("In đoạn lệnh để %s tự điền dòng lệnh của ntm khi nhấn phím Tab.\n\n%s", s.name,
				s.how),
			Example: "  ntm completion " + s.name,
			Args:    command.Args(),
			RunE:    func(cmd *cobra.Command, _ []string) error { return s.script(cmd.Root(), w.Stdout) },
		})
	}
	return cmd
}
