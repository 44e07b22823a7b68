package command

import (
	"context"
	"fmt"
	"strings"

	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

// NoArgs is for commands that only have commands below them.
func NoArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return UnknownCommand(cmd, args[0])
	}
	return nil
}

// UnknownCommand is that cmd has no command of that name below it.
func UnknownCommand(cmd *cobra.Command, name string) error {
	var names []string
	for _, c := range cmd.Commands() {
		names = append(append(names, c.Name()), c.Aliases...)
	}
	hint := fmt.Sprintf("xem các lệnh: %s --help", cmd.CommandPath())
	if near, ok := vi.Nearest(name, names); ok {
		hint = fmt.Sprintf("có phải ý là %q?", near)
	}
	return Usage(fmt.Sprintf("không có lệnh %q", name), hint)
}

// AtMost refuses more than n arguments.
func AtMost(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, given []string) error {
		if len(given) > n {
			return Usage(fmt.Sprintf("thừa %q", given[n]), "cách dùng: "+cmd.UseLine())
		}
		return nil
	}
}

// Args asks for exactly the arguments named, for example "FILE".
func Args(names ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, given []string) error {
		if len(given) < len(names) {
			return Usage("còn thiếu "+strings.Join(names[len(given):], ", "), "cách dùng: "+cmd.UseLine())
		}
		return AtMost(len(names))(cmd, given)
	}
}

// AtLeastOne asks for one file or more.
func AtLeastOne(cmd *cobra.Command, given []string) error {
	return Args("TỆP")(cmd, given[:min(1, len(given))])
}

// OnOne has a command run with its only argument put where it belongs.
func OnOne(into *string, run func(context.Context) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, given []string) error {
		*into = given[0]
		return run(cmd.Context())
	}
}

// OnAll has a command run with its arguments put where they belong.
func OnAll(into *[]string, run func(context.Context) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, given []string) error {
		*into = given
		return run(cmd.Context())
	}
}
