#pragma once
/// How well a classifier did on a set of images.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samples {

/// Counts, for each class, what its images were taken for.
class confusion_matrix {
 public:
  explicit confusion_matrix(int classes);

  /// One image of class `truth` was taken for class `guess`, both in [0, classes).
  /// Throws std::out_of_range otherwise.
  void add(int truth, int guess);

  int classes() const { return classes_; }
  std::size_t count(int truth, int guess) const { return counts_[index(truth, guess)]; }
  std::size_t total() const;

  /// The share of right guesses, in [0, 1]; 0 if there are no images.
  double accuracy() const;

  struct mistake {
    int truth, guess;
    std::size_t count;
    double share;  ///< of the images of class `truth`, in (0, 1]
  };

  /// The most frequent mistakes first, at most `limit`; equal counts in the order of the classes.
  std::vector<mistake> worst_mistakes(std::size_t limit) const;

 private:
  std::size_t index(int truth, int guess) const;

  int classes_;
  std::vector<std::size_t> counts_;  // (truth, guess)
};

/// "test accuracy: 0.9312 (2080 images)"
std::string accuracy_line(const confusion_matrix& confusion,
                          std::string_view label = "test accuracy");

/// A table of the worst mistakes with a heading, one mistake per line; "no mistakes" without any.
std::string mistakes_table(const confusion_matrix& confusion,
                           std::span<const std::string> class_names, std::size_t limit = 10);

}  // namespace samples
