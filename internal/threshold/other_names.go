package threshold

import "slices"

// orElse stands between the names of one thing; among are those that stand for no name at all.
var (
	orElse  = oneOf(",|/|;|hoặc|và|hay|-")
	unnamed = oneOf("tương đương|và tương đương|hoặc tương đương|...|…")
)

// takeOtherNames takes what else a unit is called, in brackets or behind it: "thôn (xóm)", "thôn/bản, buôn",
// "HTX (hợp tác xã)". Names of anything else are left, for they make another thing of it.
func (c *cursor) takeOtherNames(unit string) {
	ahead := *c
	open := ahead.sign("(")
	if open {
		skip(&ahead, orElse)
	}
	for names := 0; ; names++ {
		if open && names > 0 && ahead.sign(")") {
			*c = ahead
			return
		}
		if names > 0 || !open {
			if more := skip(&ahead, orElse); !more && names > 0 || !more && !open {
				return
			}
			skip(&ahead, orElse) // "thôn, hoặc bản"
		}
		if !skip(&ahead, unnamed) {
			if name, is := take(&ahead, units); !is || !isSameThing(unit, name) {
				return
			}
		}
		if !open {
			*c = ahead
		}
	}
}

// isSameThing tells whether two units are one, or two names of where people live together.
func isSameThing(a, b string) bool {
	return a == b || slices.Contains(settlements, a) && slices.Contains(settlements, b)
}
