package foreign

import (
	"os"
	"testing"

	"ntm/internal/testenv"
)

func TestMain(m *testing.M) { os.Exit(testenv.Run(m)) }
