package cli

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"ntm/internal/cli/command"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// cobra and pflag speak English: their templates, argument checks and flag
// errors are replaced here, and a test holds that none is left.

const usageTemplate = `Cách dùng:
  {{.UseLine}}{{if gt (len .Aliases) 0}}

Tên khác:
  {{.NameAndAliases}}{{end}}{{if .HasExample}}

Ví dụ:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

Các lệnh:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding }} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Tùy chọn:
{{flagUsages .LocalFlags}}{{end}}{{if .HasAvailableSubCommands}}

Xem thêm về một lệnh: {{.CommandPath}} [lệnh] --help{{end}}

`

// cobra keeps the functions of its templates in one map for the whole process.
func init() { cobra.AddTemplateFunc("flagUsages", flagUsages) }

// speakVietnamese replaces what cobra would say in English.
func speakVietnamese(root *cobra.Command) {
	root.SetUsageTemplate(usageTemplate)
	root.CompletionOptions.DisableDefaultCmd = true
	root.PersistentFlags().BoolP("help", "h", false, "xem trợ giúp của lệnh")
	root.SetHelpCommand(&cobra.Command{
		Use:                   "help [lệnh]",
		Aliases:               []string{"tro-giup"},
		Short:                 "Xem trợ giúp của một lệnh",
		Example:               "  ntm help assess\n  ntm help criteria show",
		ValidArgsFunction:     commandNames,
		DisableFlagsInUseLine: true, // as in plainUseLines, which comes before this command
		RunE: func(cmd *cobra.Command, args []string) error {
			target, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return command.UnknownCommand(cmd.Root(), strings.Join(args, " "))
			}
			return target.Help()
		},
	})
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		hint := fmt.Sprintf("xem các tùy chọn: %s --help", cmd.CommandPath())
		var badValue *pflag.InvalidValueError
		if own := (command.OwnError{}); errors.As(err, &badValue) && errors.As(badValue.Unwrap(), &own) {
			hint = own.Error()
		}
		return command.Usage(flagMessage(err), hint)
	})
}

// commandNames completes a path of commands, for help.
func commandNames(cmd *cobra.Command, given []string, typed string) ([]string, cobra.ShellCompDirective) {
	parent, rest, err := cmd.Root().Find(given)
	if err != nil || len(rest) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var names []string
	for _, sub := range parent.Commands() {
		if sub.IsAvailableCommand() && strings.HasPrefix(sub.Name(), typed) {
			names = append(names, sub.Name()+"\t"+sub.Short)
		}
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// plainUseLines keeps cobra from adding "[flags]" to each usage line.
func plainUseLines(cmd *cobra.Command) {
	cmd.DisableFlagsInUseLine = true
	for _, sub := range cmd.Commands() {
		plainUseLines(sub)
	}
}

// flagUsages lists the flags with their columns in line; pflag counts bytes
// where a Vietnamese letter has up to three.
func flagUsages(flags *pflag.FlagSet) string {
	var left, right []string
	width := 0
	flags.VisitAll(func(f *pflag.Flag) {
		value, what := pflag.UnquoteUsage(f)
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		if value != "" {
			name += " " + value
		}
		left, right = append(left, name), append(right, what)
		width = max(width, utf8.RuneCountInString(name))
	})
	lines := make([]string, len(left))
	for i := range left {
		lines[i] = "  " + left[i] + strings.Repeat(" ", width-utf8.RuneCountInString(left[i])+3) + right[i]
	}
	return strings.Join(lines, "\n")
}

// flagMessage says in Vietnamese what pflag found wrong.
func flagMessage(err error) string {
	var unknown *pflag.NotExistError
	var noValue *pflag.ValueRequiredError
	var badValue *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			name = "-" + unknown.GetSpecifiedName()
		}
		return fmt.Sprintf("không có tùy chọn %s", name)
	case errors.As(err, &noValue):
		return fmt.Sprintf("tùy chọn --%s cần một giá trị", noValue.GetFlag().Name)
	case errors.As(err, &badValue):
		return fmt.Sprintf("tùy chọn --%s không nhận giá trị %q", badValue.GetFlag().Name, badValue.GetValue())
	default:
		return "tùy chọn viết sai cách"
	}
}
