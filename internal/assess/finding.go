package assess

// Severity says how a finding is to be taken.
type Severity string

// From something to know to something that cannot be.
const (
	Info    Severity = "info"
	Warning Severity = "warning"
	Wrong   Severity = "error"
)

// Word is the severity as a reader sees it.
func (s Severity) Word() string {
	return map[Severity]string{Info: "Thông tin", Warning: "Cần xem lại", Wrong: "Không hợp lý"}[s]
}

// Finding is what a cross-check noticed. By a figure that cannot be by itself nothing is
// judged; else it stands beside the outcomes and changes none.
type Finding struct {
	Code     string   `json:"code"`
	Severity Severity `json:"severity"`
	Message  string   `json:"message"`
	Figures  []string `json:"figures"`
	// Beside tells that no figure is wrong by itself, but beside another or beside a trait.
	Beside bool `json:"-"`
}
