package office

import (
	"reflect"
	"testing"
)

func TestRenewedAddsUp(t *testing.T) {
	all := &Renewed{Stale: 2, Renewed: 1, Changed: []string{"xã A"}, Past: []string{"xã B"}}
	all.Add(&Renewed{Stale: 3, Renewed: 2, Changed: []string{"xã C"}, Failed: []string{"xã D"}})
	want := &Renewed{Stale: 5, Renewed: 3, Changed: []string{"xã A", "xã C"}, Past: []string{"xã B"},
		Failed: []string{"xã D"}}
	if !reflect.DeepEqual(all, want) {
		t.Errorf("%+v, want %+v", all, want)
	}
}
