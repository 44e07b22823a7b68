package commune

import "ntm/internal/yamldoc"

// JSON is the report as a document that reads back as the same report.
func (r *Report) JSON() ([]byte, error) { return yamldoc.JSON(r) }
