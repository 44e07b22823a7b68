package proof

import "strings"

func orNone(formula string) string {
	if formula == "" {
		return "không có công thức"
	}
	return "=" + strings.TrimPrefix(formula, "=")
}

// plainFormula is a formula without what programs write differently.
func plainFormula(f string) string {
	plain := strings.NewReplacer(" ", "", "_xlfn.", "", "$", "")
	parts := strings.Split(strings.TrimPrefix(f, "="), `"`)
	for i := 0; i < len(parts); i += 2 { // between them stand words
		parts[i] = plain.Replace(parts[i])
	}
	return strings.Join(parts, `"`)
}
