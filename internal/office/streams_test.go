package office

import (
	"strings"
	"testing"
	"time"

	"ntm/internal/store"
)

// Each state of a stream says how it is, and what is to be done where something is.
func TestStreamWords(t *testing.T) {
	heard := time.Date(2024, 1, 15, 9, 30, 5, 0, time.Local)
	for _, c := range []struct {
		of   store.Stream
		said string
		well bool
	}{
		{store.Stream{State: store.Flowing, Heard: &heard}, "đang nhận, tin gần nhất lúc 09:30:05 ngày 15/01/2024",
			true},
		{store.Stream{State: store.Flowing, Out: true}, "đang gửi đi", true},
		{store.Stream{State: store.Copying}, "đang chép lần đầu, chưa đủ", true},
		{store.Stream{State: store.Off}, "chạy lại ntm store init --subscribe", false},
		{store.Stream{State: store.Clashing}, "xóa dòng thừa", false},
		{store.Stream{State: store.CutOff}, "nối lại được thì tự nhận tiếp", false},
		{store.Stream{State: store.Unfetched, Out: true, Kept: 3<<20 + 1}, "đang giữ 4 MB nhật ký", false},
		{store.Stream{State: store.Broken, Out: true}, "nhận lại từ đầu", false},
	} {
		c.of.Name = "ntm_gia_dinh"
		if said := StreamWords(&c.of); !strings.HasPrefix(said, "ntm_gia_dinh: ") || !strings.Contains(said, c.said) ||
			c.of.Well() != c.well {
			t.Errorf("%+v: %s, well %v; want %q", c.of, said, c.of.Well(), c.said)
		}
		whole := Examination{Health: &store.Health{}, Streams: []store.Stream{{State: store.Flowing}, c.of}}
		if whole.Well() != c.well {
			t.Errorf("%+v: a store with it is well: %v", c.of, whole.Well())
		}
	}
}
