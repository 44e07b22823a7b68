// Package upkeep is the commands of who keeps the store: it is made, backed up, given back,
// examined and copied elsewhere.
package upkeep

import (
	"ntm/internal/cli/command"

	"github.com/spf13/cobra"
)

// Commands are those commands.
func Commands(w command.World) []*cobra.Command {
	return []*cobra.Command{newBackup(w), newRestore(w), newDoctor(w), newStore(w)}
}
