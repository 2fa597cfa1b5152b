#include <hello_dl/hello_dl.hpp>

namespace {

namespace dl = hello_dl;

constexpr auto f = [](auto x, auto y) { return x * sin(y); };

BOOST_AUTO_TEST_CASE(texts_are_static_data) {
  const std::string_view text = dl::text(f);
  BOOST_TEST(text == "x * sin(y)");
  BOOST_TEST(text.data() == dl::text(f).data());
  BOOST_TEST(dl::latex(dl::gradient(f)) == "\\begin{aligned}\n&\\sin y \\\\\n&x \\, \\cos y\n\\end{aligned}");
}

/// The graph that text and its kin trace, built at run time.
struct traced {
  dl::graph g;
  dl::expr<dl::shape<>> x{dl::input(g, 0, {}, dl::element::real, "x")};
  dl::expr<dl::shape<>> y{dl::input(g, 1, {}, dl::element::real, "y")};
  dl::term result = f(x, y).term;
  std::tuple<dl::expr<dl::shape<>>, dl::expr<dl::shape<>>> slopes = dl::gradient(f)(x, y);
};

BOOST_AUTO_TEST_CASE(graphs_made_at_run_time_are_written_the_same) {
  traced t;
  dl::vector<dl::term> slopes(1, std::get<0>(t.slopes).term);
  slopes.push_back(std::get<1>(t.slopes).term);
  BOOST_TEST(dl::view(dl::to_text(t.g, t.result)) == dl::text(f));
  BOOST_TEST(dl::view(dl::to_text(t.g, slopes)) == dl::text(dl::gradient(f)));
  BOOST_TEST(dl::view(dl::to_latex(t.g, slopes)) == dl::latex(dl::gradient(f)));
  BOOST_TEST(dl::view(dl::to_dot(t.g, t.result)) == dl::dot(f));
  BOOST_TEST(dl::view(dl::to_dot(t.g, dl::vector<dl::term>(1, t.result), slopes)) == dl::dot(f, dl::gradient(f)));
}

}  // namespace
