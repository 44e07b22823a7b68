package form

import (
	"os"
	"testing"

	"ntm/internal/testenv"
)

func TestMain(m *testing.M) {
	testenv.Draws(25)
	os.Exit(testenv.Run(m))
}
