package outlook

import "cmp"

// conditions are the short names of what has no number.
var conditions = map[string]string{"prerequisite": "điều kiện tiên quyết", "arrears": "điều kiện nợ đọng",
	"satisfaction": "điều kiện hài lòng", "security": "điều kiện an ninh", "coverage": "điều kiện số hộ được hỏi"}

// Label is the number of an indicator, or a condition's short name.
func Label(no string) string { return cmp.Or(conditions[no], no) }

// IsCondition tells a condition's id from an indicator's number.
func IsCondition(no string) bool { return conditions[no] != "" }
