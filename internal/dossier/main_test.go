package dossier_test

import (
	"os"
	"testing"

	"ntm/internal/testenv"
)

func TestMain(m *testing.M) {
	testenv.Draws(5)
	os.Exit(testenv.Run(m))
}
