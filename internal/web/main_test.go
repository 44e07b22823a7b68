package web

import (
	"os"
	"testing"

	"ntm/internal/testenv"
)

func TestMain(m *testing.M) {
	status := testenv.Run(m)
	endBrowsing()
	os.Exit(status)
}
