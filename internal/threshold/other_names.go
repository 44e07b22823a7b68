package threshold

// orElse stands between the names of one thing; among are those that stand for no name at all.
var (
	orElse = phrases(map[string]bool{",": true, "/": true, ";": true, "hoặc": true, "và": true, "hay": true,
		"-": true})
	unnamed = phrases(map[string]bool{"tương đương": true, "và tương đương": true, "hoặc tương đương": true,
		"...": true, "…": true})
)

// takeOtherNames takes what else a unit is called, in brackets or behind it: "thôn (xóm)", "thôn/bản, buôn",
// "HTX (hợp tác xã)". Names of anything else are left, for they make another thing of it.
func (c *cursor) takeOtherNames(unit string) {
	ahead := *c
	open := ahead.sign("(")
	if open {
		take(&ahead, orElse)
	}
	for names := 0; ; names++ {
		if open && names > 0 && ahead.sign(")") {
			*c = ahead
			return
		}
		if names > 0 || !open {
			if _, more := take(&ahead, orElse); !more && names > 0 || !more && !open {
				return
			}
			take(&ahead, orElse) // "thôn, hoặc bản"
		}
		if _, other := take(&ahead, unnamed); !other {
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
func isSameThing(a, b string) bool { return a == b || settlements[a] && settlements[b] }
