package proof_test

import (
	"os"
	"testing"

	"ntm/internal/testenv"
)

func TestMain(m *testing.M) {
	testenv.Draws(30)
	os.Exit(testenv.Run(m))
}
