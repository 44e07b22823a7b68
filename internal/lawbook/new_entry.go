package lawbook

// NewFigure is the choice of a figure that the dictionary does not have.
const NewFigure = "Số liệu mới (như ghi ở các ô bên phải)"
