package lawbook

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// A threshold of which a digit is struck out is no law; it is asked about.
func TestAStruckThreshold(t *testing.T) {
	data, err := os.ReadFile("../../testdata/faults/R2-lawbook-strike.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	_, err = Read(t.Context(), "gia-dinh.xlsx", bytes.NewReader(data), library(t), nil)
	if err == nil || !strings.Contains(err.Error(), `"8" bị gạch ngang`) || !strings.Contains(err.Error(), "ô N12") {
		t.Errorf("said %v", err)
	}
}
