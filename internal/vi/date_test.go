package vi

import (
	"testing"
	"time"
)

func TestDates(t *testing.T) {
	tests := []struct {
		y           int
		m           time.Month
		d           int
		short, long string
	}{
		{2023, time.November, 15, "15/11/2023", "ngày 15 tháng 11 năm 2023"},
		{2026, time.February, 5, "05/02/2026", "ngày 05 tháng 02 năm 2026"},
		{2024, time.March, 15, "15/03/2024", "ngày 15 tháng 3 năm 2024"},
		{2024, time.December, 5, "05/12/2024", "ngày 05 tháng 12 năm 2024"},
		{2025, time.January, 31, "31/01/2025", "ngày 31 tháng 01 năm 2025"},
		{2025, time.July, 1, "01/07/2025", "ngày 01 tháng 7 năm 2025"},
		{2024, time.February, 10, "10/02/2024", "ngày 10 tháng 02 năm 2024"},
	}
	for _, tt := range tests {
		day := time.Date(tt.y, tt.m, tt.d, 23, 59, 0, 0, time.UTC)
		if got := Date(day); got != tt.short {
			t.Errorf("Date(%v) = %q, want %q", day, got, tt.short)
		}
		if got := LongDate(day); got != tt.long {
			t.Errorf("LongDate(%v) = %q, want %q", day, got, tt.long)
		}
	}
}

func TestNoDate(t *testing.T) {
	if got := Date(time.Time{}); got != "" {
		t.Error(got)
	}
}
