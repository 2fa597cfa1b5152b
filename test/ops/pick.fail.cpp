#include <hello_dl/ops/ops.hpp>

namespace dl = hello_dl;
using matrix = dl::expr<dl::shape<2, 3>>;
template <dl::extent... Extents>
using index = dl::expr<dl::shape<Extents...>, dl::element::index>;

void accepted(matrix x, index<2> i) { pick(x, i); }

// error real_index: pick: the second operand must be an index tensor
#ifdef real_index
void refused(matrix x, dl::expr<dl::shape<2>> i) { pick(x, i); }
#endif

// error other_rows: pick: the index tensor must have the shape of the operand without its last axis
#ifdef other_rows
void refused(matrix x, index<3> i) { pick(x, i); }
#endif

// error scalar_operand: pick: the index tensor must have the shape of the operand without its last axis
#ifdef scalar_operand
void refused(dl::expr<dl::shape<>> x, index<> i) { pick(x, i); }
#endif
