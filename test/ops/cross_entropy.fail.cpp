#include <hello_dl/ops/ops.hpp>

namespace dl = hello_dl;
using logits = dl::expr<dl::shape<5, 3>>;

void accepted(logits x, dl::expr<dl::shape<5>, dl::element::index> y) { cross_entropy_rows(x, y); }

// error one_row: cross_entropy: the logits must have the shape [n, classes]
#ifdef one_row
void refused(dl::expr<dl::shape<3>> x, dl::expr<dl::shape<>, dl::element::index> y) { cross_entropy_rows(x, y); }
#endif

// error label_count: pick: the index tensor must have the shape of the operand without its last axis
#ifdef label_count
void refused(logits x, dl::expr<dl::shape<3>, dl::element::index> y) { cross_entropy_rows(x, y); }
#endif
