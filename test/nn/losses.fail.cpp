#include <hello_dl/nn/losses.hpp>
#include <hello_dl/ops/ops.hpp>

namespace dl = hello_dl;
using logits = dl::expr<dl::shape<5, 3>>;
using labels = dl::expr<dl::shape<5>, dl::element::index>;

void accepted(logits x, labels y) {
  cross_entropy(x, y);
  nll_loss(log_softmax(x), y);
  mse_loss(x, x);
  cross_entropy(x, y, {.label_smoothing = 0.1});
  binary_cross_entropy_with_logits(x, x);
  l1_loss(x, x);
  huber_loss(x, x, 2);
  smooth_l1_loss(x, x, 0.5);
}

// error one_image: cross_entropy: the logits must have the shape [n, classes]
#ifdef one_image
void refused(dl::expr<dl::shape<3>> x, dl::expr<dl::shape<>, dl::element::index> y) { cross_entropy(x, y); }
#endif

// error real_labels: pick: the second operand must be an index tensor
#ifdef real_labels
void refused(logits x, dl::expr<dl::shape<5>> y) { cross_entropy(x, y); }
#endif

// error label_count: pick: the index tensor must have the shape of the operand without its last axis
#ifdef label_count
void refused(logits x, dl::expr<dl::shape<3>, dl::element::index> y) { nll_loss(x, y); }
#endif

// error other_shape: mse_loss: the prediction and the target must have the same shape
#ifdef other_shape
void refused(logits x, dl::expr<dl::shape<5, 1>> y) { mse_loss(x, y); }
#endif

// error other_shape_of_l1: l1_loss: the prediction and the target must have the same shape
#ifdef other_shape_of_l1
void refused(logits x, dl::expr<dl::shape<5, 1>> y) { l1_loss(x, y); }
#endif

// error other_shape_of_huber: huber_loss: the prediction and the target must have the same shape
#ifdef other_shape_of_huber
void refused(logits x, dl::expr<dl::shape<5, 1>> y) { huber_loss(x, y); }
#endif

// error other_shape_of_smooth_l1: smooth_l1_loss: the prediction and the target must have the same shape
#ifdef other_shape_of_smooth_l1
void refused(logits x, dl::expr<dl::shape<5, 1>> y) { smooth_l1_loss(x, y); }
#endif

// error other_shape_of_binary: binary_cross_entropy_with_logits: the logits and the target must have the same shape
#ifdef other_shape_of_binary
void refused(logits x, dl::expr<dl::shape<5, 1>> y) { binary_cross_entropy_with_logits(x, y); }
#endif
